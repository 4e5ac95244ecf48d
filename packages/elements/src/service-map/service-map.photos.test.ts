import { expect } from '@open-wc/testing';
import { Guest, type GuestOptions } from './testing/guest.js';

afterEach(() => Guest.leaveAll());

/** Where pictures are: what follows is not looked at. */
const drawing = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"/>')}#`;
const room = '4fQm1nZcT0aVb7xWq2LdEg';
const photoOf = (letter: string, en?: string) => {
  const large = `/v1/federations/990101002000/service-points/${room}/photos/${letter.repeat(22)}`;
  return {
    id: letter.repeat(22),
    alt: { 'zh-CN': `照片${letter}`, ...(en !== undefined && { en }) },
    width: 1280,
    height: 960,
    paths: { small: `${large}?size=small`, large },
  };
};

interface VisitOptions extends GuestOptions {
  /** Called for each photo that does not load. */
  readonly onBroken?: () => void;
}

/** Opens the panel of a room with three photos. */
async function visit(
  { onBroken, ...options }: VisitOptions = {},
  photos = ['a', 'b', 'c'].map((one) => photoOf(one)),
): Promise<Guest> {
  const guest = await Guest.arrive({
    baseUrl: drawing,
    ...options,
    prepare: ({ state }) => {
      state.servicePoints = [state.servicePoints.find(({ point }) => point.category === 'nursing-room')!];
      if (photos.length > 0) Object.assign(state.servicePoints[0]!.point, { photos });
    },
  });
  if (onBroken) guest.root.addEventListener('error', onBroken, true);
  await guest.listed();
  await guest.press('[part=point]');
  await guest.there('#report');
  if (photos.length > 0 && !onBroken) await guest.there('.photos');
  return guest;
}

const viewer = (guest: Guest) => guest.find<HTMLDialogElement>('.viewer');
const large = (guest: Guest) => guest.find<HTMLImageElement>('.viewer img');
const open = async (guest: Guest, at = 0) => {
  guest.find(`#photo-${at}`).focus();
  await guest.press(`#photo-${at}`);
  await guest.until(() => guest.has('.viewer img'), 'the large photo');
};
const closed = (guest: Guest) =>
  guest.until(() => !guest.has('.viewer img') && guest.focused?.id === 'photo-0', 'it closed');

describe('fl-service-map, photos of a place', () => {
  it('are shown in a row, with words, and with room for them before they have come', async () => {
    const guest = await visit();
    const images = guest.all<HTMLImageElement>('.photos img');
    expect(images.map(({ alt }) => alt)).to.deep.equal(['照片a', '照片b', '照片c']);
    for (const image of images) {
      expect(image.getAttribute('src')).to.match(/#\/v1\/.*\?size=small$/);
      for (const [name, value] of Object.entries({
        width: '1280',
        height: '960',
        loading: 'lazy',
        decoding: 'async',
        crossorigin: 'anonymous',
      }))
        expect(image.getAttribute(name)).to.equal(value);
    }
    expect(getComputedStyle(guest.find('.photos')).overflowX, 'the styles have come with the panel').to.equal('auto');
    expect(guest.has('.viewer img'), 'nothing large is fetched yet').to.be.false;
  });

  it('are not there where a place has none', async () => {
    const guest = await visit({}, []);
    expect(guest.has('.photos')).to.be.false;
    expect(guest.has('.viewer')).to.be.false;
  });

  it('speak English where somebody wrote it, and say where it is Chinese', async () => {
    const guest = await visit({ locale: 'en' }, [photoOf('a', 'The door'), photoOf('b')]);
    const [first, second] = guest.all<HTMLImageElement>('.photos img');
    expect([first!.alt, first!.lang]).to.deep.equal(['The door', '']);
    expect([second!.alt, second!.lang]).to.deep.equal(['照片b', 'zh-CN']);
  });

  it('open large, go on by buttons and by arrow keys, round and round', async () => {
    const guest = await visit();
    await open(guest);
    expect(viewer(guest).open).to.be.true;
    expect(viewer(guest).matches(':modal')).to.be.true;
    expect(guest.focused!.textContent.trim()).to.equal('关上照片');
    expect([large(guest).alt, guest.words('.viewer [role=status]')]).to.deep.equal(['照片a', '1 / 3']);
    expect(large(guest).getAttribute('src')).to.match(/#\/v1\/[^?]*$/);
    await guest.press('.viewer .row button:last-child');
    expect(large(guest).alt).to.equal('照片b');
    for (const [key, alt] of [
      ['ArrowRight', '照片c'],
      ['ArrowRight', '照片a'],
      ['ArrowLeft', '照片c'],
    ] as const) {
      guest.key(key);
      await guest.map.updateComplete;
      expect(large(guest).alt).to.equal(alt);
    }
  });

  it('go the other way round from right to left', async () => {
    const guest = await visit({ locale: 'x-rtl' });
    await open(guest);
    guest.key('ArrowLeft');
    await guest.map.updateComplete;
    expect(large(guest).alt).to.equal('照片b');
  });

  it('close by the button and by Escape, and give the focus back to the photo that was seen last', async () => {
    const guest = await visit();
    await open(guest);
    await guest.press('.viewer > button');
    await closed(guest);
    expect(viewer(guest).open).to.be.false;
    await open(guest, 2);
    guest.key('ArrowRight');
    await guest.map.updateComplete;
    // What Escape does to a modal dialog.
    viewer(guest).close();
    await closed(guest);
  });

  it('stay a row where an engine knows no modal dialog', async () => {
    const guest = await visit();
    Object.defineProperty(viewer(guest), 'showModal', { value: undefined });
    await guest.press('#photo-1');
    expect(guest.has('.viewer img')).to.be.false;
    expect(getComputedStyle(viewer(guest)).display).to.equal('none');
  });

  it('are left out without a word where they do not load', async () => {
    let count = 0;
    const guest = await visit({ baseUrl: 'data:image/png,broken#', onBroken: () => (count += 1) });
    await guest.until(() => count >= 3 && !guest.has('.photos'), 'the row gone');
    expect(guest.words('.detail')).not.to.contain('照片');
    expect(guest.has('#report')).to.be.true;
  });

  it('stay where they are while another one is left out', async () => {
    const guest = await visit();
    const [first, second] = guest.all<HTMLImageElement>('.photos img');
    const { src } = second!;
    first!.dispatchEvent(new CustomEvent('error'));
    await guest.until(() => guest.all('.photos li:not([hidden])').length === 2, 'one left out');
    expect(guest.find<HTMLImageElement>('.photos li:not([hidden]) img').src).to.equal(src);
    expect(second!.isConnected && second!.src === src, 'and is not fetched again').to.be.true;
    await open(guest);
    expect([large(guest).alt, guest.words('.viewer [role=status]')]).to.deep.equal(['照片b', '1 / 2']);
  });

  it('give the focus back to the place where the only large one does not load', async () => {
    const guest = await visit({}, [photoOf('a')]);
    await open(guest);
    expect(guest.has('.viewer .row')).to.be.false;
    large(guest).dispatchEvent(new CustomEvent('error'));
    await guest.until(() => !guest.has('.viewer') && guest.focused?.id === 'detail-name', 'the panel alone');
  });

  it('S1 are gone on a quick exit, the large one, too', async () => {
    const guest = await visit();
    await open(guest);
    window.dispatchEvent(new CustomEvent('fl-exited'));
    await guest.until(() => !guest.has('.viewer') && !guest.has('img'), 'nothing left');
    expect(guest.words('.sheet')).to.equal('这一页已经清空。 重新打开');
  });

  it('S1 leave a quick exit in reach while one of them covers the page', async () => {
    const guest = await visit();
    guest.find('#photo-0').focus();
    guest.find('#photo-0').click();
    // At once, and not with the next thing that happens to the page.
    const exit = guest.find('.viewer fl-quick-exit');
    await guest.until(
      () => guest.has('.viewer img') && exit.shadowRoot!.querySelector('a') !== null,
      'the large photo',
    );
    const button = exit.shadowRoot!.querySelector('a')!.getBoundingClientRect();
    const middle = [button.left + button.width / 2, button.top + button.height / 2] as const;
    expect(guest.root.elementFromPoint(...middle)).to.equal(exit);
    await guest.press('.viewer > button');
    await closed(guest);
  });

  for (const large of [false, true])
    it(`have no fault that axe finds${large ? ', nor has the large one' : ''}`, async () => {
      const guest = await visit({ width: 360 });
      if (large) await open(guest);
      await expect(guest.map).to.be.accessible();
    });
});
