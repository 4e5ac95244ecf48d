import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { FlServiceMap } from './service-map.js';
import { Guest } from './testing/guest.js';

afterEach(() => Guest.leaveAll());

describe('fl-service-map, the list', () => {
  it('says what is there before the map is drawn, in the document’s order, too', async () => {
    const guest = await Guest.arrive();
    await guest.listed();
    expect(guest.names.length).to.equal(20);
    expect(guest.words('#count')).to.equal('共 64 处，靠近地图中间的在前。');
    const list = guest.find('.list-pane');
    const map = guest.find('.map-pane');
    expect(list.compareDocumentPosition(map) & Node.DOCUMENT_POSITION_FOLLOWING).to.equal(4);
  });

  it('holds every place that the map shows', async () => {
    const guest = await Guest.arrive();
    await guest.listed();
    while (guest.has('[part=more]')) await guest.press('[part=more]');
    expect(guest.names.length).to.equal(64);
    await guest.until(() => guest.marked === 64, 'the same number on the map');
  });

  it('filters by kind, by facility and by name, in characters and in pinyin, on both sides', async () => {
    const guest = await Guest.arrive();
    await guest.listed();
    await guest.there('.marker');
    await guest.press('[part=category]');
    expect(guest.find('[part=category]').getAttribute('aria-pressed')).to.equal('true');
    expect(guest.words('#count')).to.equal('共 64 处，符合的有 36 处，靠近地图中间的在前。');
    await guest.until(() => guest.marked === 36, 'the markers');
    await guest.press('[part=facilities-toggle]');
    await guest.press('#facilities input');
    expect(guest.words('[part=facilities-toggle]')).to.equal('要有的设施（1）');
    const fewer = Number(/符合的有 (\d+)/.exec(guest.words('#count'))![1]);
    expect(fewer).to.be.within(1, 35);
    await guest.press('#facilities input');
    await guest.type('#text', 'donghu');
    expect(guest.names.length).to.be.above(0);
    expect(guest.names.every((name) => name.startsWith('东湖'))).to.be.true;
    await guest.type('#text', '柳桥');
    expect(guest.names.every((name) => name.startsWith('柳桥'))).to.be.true;
  });

  it('says that nothing fits, clears all conditions at once, and has a number to call', async () => {
    const guest = await Guest.arrive();
    await guest.listed();
    await guest.type('#text', '火星');
    expect(guest.words('[part=empty]')).to.contain('没有符合这些条件的地方');
    expect(guest.find<HTMLAnchorElement>('[part=empty] a').href).to.equal('tel:12338');
    await guest.press('[part=clear]');
    expect(guest.names.length).to.equal(20);
    expect(guest.find<HTMLInputElement>('#text').value).to.equal('');
    expect(guest.focused!.id).to.equal('count');
  });

  it('says that a federation has listed nothing', async () => {
    const guest = await Guest.arrive({ prepare: ({ state }) => void (state.servicePoints = []) });
    await guest.there('[part=empty]');
    expect(guest.words('[part=empty]')).to.contain('还没有登记').and.to.contain('12338');
    await guest.there('.plane');
    expect(guest.find('.map').tabIndex).to.equal(0);
  });

  for (const [fault, words] of [
    ['drop-request', '没有连上网'],
    ['unavailable', '系统现在用不了'],
  ] as const)
    it(`says plainly what is wrong after '${fault}', and tries again when asked to`, async () => {
      let mend = () => undefined as void;
      const guest = await Guest.arrive({
        prepare: (server) => void (mend = server.fail('getServicePointTable', fault, Infinity)),
      });
      await guest.there('[part=error]');
      expect(guest.words('[part=error]')).to.contain(words).and.to.contain('12338');
      mend();
      await guest.press('[part=retry]');
      await guest.listed();
    });

  it('asks the service for what the map shows where the places are too many to have them here', async () => {
    const guest = await Guest.arrive({
      prepare: (server) => void server.fail('getServicePointTable', 'table-too-large', Infinity),
    });
    await guest.listed();
    await guest.until(() => guest.all('.marker:not([hidden])').length > 1, 'a map that came near enough');
    expect(guest.words('.scale')).to.match(/^[125] 公里$/);
    await guest.press('[part=category]');
    await guest.until(() => guest.words('.point-kind').startsWith('母乳'), 'the rooms');
    await guest.press('[part=point]');
    await guest.there('[part=week]');
  });

  it('waits visibly', async () => {
    const guest = await Guest.arrive({ prepare: (server) => void server.hold('getServicePointTable') });
    expect(guest.words('.list-pane')).to.equal('正在打开，请稍等…');
  });
});

describe('fl-service-map, where she is', () => {
  const here = { lng: 118.467, lat: 27.871, crs: 'GCJ-02' } as const;

  it('puts the nearest first and says how far it is', async () => {
    const guest = await Guest.arrive({ locate: async () => here });
    await guest.listed();
    await guest.press('#near-me');
    await guest.there('.point-far');
    const metres = guest.all('.point-far').map(({ textContent }) => {
      const [, number, unit] = /([\d.]+) (公里|米)/.exec(textContent)!;
      return Number(number) * (unit === '米' ? 1 : 1000);
    });
    expect(metres).to.deep.equal([...metres].sort((one, other) => one - other));
    expect(guest.names[0]).to.contain('柳桥');
  });

  it('takes her township where the position is refused, and says so calmly', async () => {
    const guest = await Guest.arrive({ locate: () => Promise.reject(new Error('refused')) });
    await guest.listed();
    await guest.press('#near-me');
    await guest.there('#township');
    expect(guest.words('#locate-said')).to.contain('选一下乡镇');
    expect(guest.focused!.id).to.equal('locate-said');
    await guest.select('#township', '990101003000');
    await guest.there('.point-far');
    expect(guest.names[0]).to.contain('桃源');
    await guest.select('#township', '');
    await guest.until(() => !guest.has('.point-far'), 'the distances gone');
  });

  it('asks the browser, which may refuse or lack it', async () => {
    const was = Object.getOwnPropertyDescriptor(Navigator.prototype, 'geolocation')!;
    Object.defineProperty(Navigator.prototype, 'geolocation', { configurable: true, value: undefined });
    try {
      const guest = await Guest.arrive();
      await guest.listed();
      await guest.press('#near-me');
      await guest.there('#township');
    } finally {
      Object.defineProperty(Navigator.prototype, 'geolocation', was);
    }
  });

  it('S3 sends her position to nobody while the places are here', async () => {
    const guest = await Guest.arrive({ locate: async () => here });
    await guest.listed();
    await guest.press('#near-me');
    await guest.there('.point-far');
    for (const request of guest.server.requests) expect(JSON.stringify(request)).not.to.match(/118\.46|27\.87/);
  });
});

describe('fl-service-map, one place', () => {
  const openRoom = async (guest: Guest) => {
    await guest.listed();
    await guest.press('[part=category]');
    await guest.press('[part=point]');
    await guest.there('[part=week]');
  };

  it('shows hours, facilities, telephone and who is there, and goes back to where it was opened', async () => {
    const guest = await Guest.arrive();
    await openRoom(guest);
    expect(guest.focused!.id).to.equal('detail-name');
    expect(guest.all('.week tr').length).to.equal(7);
    expect(guest.words('.week tr')).to.contain('今天');
    expect(guest.all('.badge').length).to.be.above(2);
    expect(guest.find<HTMLAnchorElement>('.detail .call').href).to.match(/^tel:0990\d{7}$/);
    expect(guest.heard.map(({ type, detail }) => [type, detail])).to.deep.equal([['fl-opened', null]]);
    await guest.press('[part=back]');
    expect(guest.focused!.classList.contains('point-card')).to.be.true;
  });

  it('hands it over to other maps by links that tell them nothing of this page', async () => {
    const guest = await Guest.arrive();
    await openRoom(guest);
    const links = guest.all<HTMLAnchorElement>('[part=way-link]');
    const hosts = links.map(({ hostname }) => hostname);
    for (const host of ['uri.amap.com', 'api.map.baidu.com', 'apis.map.qq.com']) expect(hosts).to.include(host);
    for (const { rel, target } of links) expect([rel, target]).to.deep.equal(['noopener noreferrer', '_blank']);
    links[0]!.addEventListener('click', (event) => event.preventDefault());
    links[0]!.click();
    expect(guest.heard[guest.heard.length - 1]!.detail).to.deep.equal({ target: 'amap' });
  });

  it('offers WeChat’s own map first where the page has one', async () => {
    const opened: unknown[] = [];
    const guest = await Guest.arrive({ openLocation: (location) => void opened.push(location) });
    await openRoom(guest);
    const first = guest.find('.ways button');
    expect(first.textContent.trim()).to.equal('微信地图');
    first.click();
    expect(opened).to.have.length(1);
    expect(opened[0]).to.include({ scale: 16 });
  });

  it('S5 shows of a shelter a telephone number and an area, and no address, no way and no place', async () => {
    const guest = await Guest.arrive();
    await guest.listed();
    await guest.press('[data-category=shelter]');
    expect(guest.words('.point-card')).to.contain('地址保密');
    await guest.until(() => guest.marked === 1, 'its marker');
    expect(guest.find('.marker:not([hidden])').getAttribute('aria-label')).to.contain('只有大致范围');
    await guest.press('[part=point]');
    await guest.there('[part=confidential]');
    expect(guest.find<HTMLAnchorElement>('.detail .call').href).to.equal('tel:09901212338');
    for (const selector of ['[part=way]', '[part=way-link]', '[part=week]']) expect(guest.has(selector)).to.be.false;
    expect(guest.words('.detail')).not.to.contain('怎么去');
    expect(guest.has('#rate')).to.be.false;
    await guest.press('#report');
    expect(guest.all('.feedback-choices label').map(({ textContent }) => textContent.trim())).to.deep.equal([
      '电话不对',
      '别的',
    ]);
  });

  it('sends what is wrong there, once something is chosen, and keeps it where it could not be sent', async () => {
    const guest = await Guest.arrive();
    await openRoom(guest);
    const mend = guest.server.fail('sendServicePointFeedback', 'unavailable', Infinity);
    await guest.press('#report');
    await guest.press('[part=send]');
    expect(guest.words('#feedback-fault')).to.equal('先选一个。');
    await guest.press('.feedback-choices input');
    await guest.type('#note', '上午十点门锁着');
    await guest.press('[part=send]');
    await guest.there('.feedback > .fault');
    expect(guest.find<HTMLTextAreaElement>('#note').value).to.equal('上午十点门锁着');
    mend();
    await guest.press('[part=send]');
    await guest.there('#feedback-said');
    expect(guest.focused!.id).to.equal('feedback-said');
    expect(guest.server.state.feedback).to.have.length(1);
    expect(guest.server.state.feedback[0]).to.include({ kind: 'closed', note: '上午十点门锁着' });
  });

  it('sends a rating', async () => {
    const guest = await Guest.arrive();
    await openRoom(guest);
    await guest.press('#rate');
    await guest.press('.feedback-choices label:last-child input');
    await guest.press('[part=send]');
    await guest.there('#feedback-said');
    expect(guest.server.state.feedback[0]).to.include({ kind: 'rating', stars: 5 });
  });

  it('says that the rest did not come, and loads it again', async () => {
    let mend = () => undefined as void;
    const guest = await Guest.arrive({
      prepare: (server) => void (mend = server.fail('getServicePoint', 'unavailable', Infinity)),
    });
    await guest.listed();
    await guest.press('[part=point]');
    await guest.there('.detail [role=alert]');
    mend();
    await guest.press('.detail [role=alert] button');
    await guest.there('#report');
  });
});

describe('fl-service-map, the element', () => {
  it('S1 S2 forgets everything on a quick exit and shows nothing of it any more', async () => {
    const guest = await Guest.arrive({ locate: async () => ({ lng: 118.467, lat: 27.871, crs: 'GCJ-02' }) });
    await guest.listed();
    await guest.press('#near-me');
    await guest.there('.point-far');
    window.dispatchEvent(new CustomEvent('fl-exited'));
    await guest.until(() => !guest.has('.point-card'), 'the list gone');
    expect(guest.words('.sheet')).to.equal('这一页已经清空。 重新打开');
    await guest.press('.sheet button');
    await guest.listed();
    expect(guest.has('.point-far')).to.be.false;
  });

  it('has a quick exit', async () => {
    const guest = await Guest.arrive();
    expect(guest.find('fl-quick-exit').shadowRoot!.textContent).to.contain('立即离开');
  });

  it('folds what to look for behind a button in elder mode on a small screen, and nowhere else', async () => {
    const guest = await Guest.arrive({ width: 360, elder: true });
    await guest.listed();
    await guest.until(() => guest.has('[part=filters-toggle]'), 'the button');
    const isShown = (selector: string) => getComputedStyle(guest.find(selector)).display !== 'none';
    expect([isShown('.find'), isShown('.chips')]).to.deep.equal([false, false]);
    await guest.press('[part=filters-toggle]');
    expect(guest.find('[part=filters-toggle]').getAttribute('aria-expanded')).to.equal('true');
    expect([isShown('.find'), isShown('.chips')]).to.deep.equal([true, true]);
    guest.map.elder = false;
    await guest.until(() => !guest.has('[part=filters-toggle]'), 'the button gone');
    expect([isShown('.find'), isShown('.chips')]).to.deep.equal([true, true]);
  });

  it('wears another theme at once, what is drawn included', async () => {
    const guest = await Guest.arrive();
    await guest.there('.marker');
    const canvas = guest.find<HTMLCanvasElement & HTMLElement>('.base-lines');
    const look = () => canvas.toDataURL();
    const before = look();
    guest.map.setAttribute('appearance', 'dark');
    await guest.until(() => look() !== before, 'its colours');
    guest.map.removeAttribute('appearance');
    await guest.until(() => look() === before, 'and back');
    guest.map.style.setProperty('--fl-map-ground', '#dde8f0');
    await guest.until(() => look() !== before, 'colours that the page sets');
  });

  it('puts the map behind a button where there is no room for both', async () => {
    const guest = await Guest.arrive({ width: 360 });
    await guest.listed();
    await guest.until(() => getComputedStyle(guest.find('.map-pane')).display === 'none', 'the list alone');
    expect(guest.has('.plane'), 'nothing is drawn that nobody sees').to.be.false;
    await guest.press('.switch button:last-child');
    await guest.there('.marker');
    expect(getComputedStyle(guest.find('.list-pane')).display).to.equal('none');
    guest.find('.marker:not([hidden])').focus();
    expect(guest.focused!.classList.contains('marker')).to.be.true;
  });

  it('speaks English where the page does', async () => {
    const guest = await Guest.arrive({ locale: 'en' });
    await guest.listed();
    await guest.there('.marker');
    expect(guest.words('#count')).to.equal('64 places, those near the middle of the map first.');
    const own = guest.words('.sheet').replace(new RegExp(guest.names.join('|'), 'g'), '');
    expect(own.replace(/[\u3400-\u9fff]+(?= Nursing room)/g, '')).not.to.match(/现在|地图|名单/);
    expect(guest.find('.marker.cluster').getAttribute('aria-label')).to.match(/^\d+ service points: \d+ [A-Z]/);
  });

  for (const [name, act] of [
    ['list and map', async () => undefined],
    [
      'one place with an open form',
      async (guest: Guest) => {
        await guest.press('[part=category]');
        await guest.press('[part=point]');
        await guest.press('#report');
      },
    ],
    ['nothing fits', (guest: Guest) => guest.type('#text', '火星')],
    [
      'facilities and townships',
      async (guest: Guest) => {
        await guest.press('[part=facilities-toggle]');
        await guest.press('[part=township-toggle]');
        await guest.there('#township');
      },
    ],
  ] as const)
    it(`has no fault that axe finds: ${name}`, async () => {
      const guest = await Guest.arrive();
      await guest.listed();
      await guest.there('.marker');
      await act(guest);
      await expect(guest.map).to.be.accessible();
    });

  it('tells whoever builds the page what is missing, naming the element and the fix', async () => {
    const map = await Guest.render<FlServiceMap>(html`<fl-service-map></fl-service-map>`);
    expect(map.shadowRoot!.querySelector('[role=alert]')!.textContent).to.match(/^<fl-service-map>: .*fl-client/);
  });

  it('draws again after it was taken out and put back, and leaves no surface behind', async () => {
    const guest = await Guest.arrive();
    await guest.listed();
    await guest.there('.marker');
    const home = guest.map.parentElement!;
    guest.map.remove();
    expect(guest.has('.plane')).to.be.false;
    home.append(guest.map);
    await guest.until(() => guest.marked === 64, 'the markers');
    expect(guest.all('.plane')).to.have.length(1);
  });
});
