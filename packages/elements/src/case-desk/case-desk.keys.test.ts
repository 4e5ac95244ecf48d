import { expect } from '@open-wc/testing';
import { Worker } from './testing/worker.js';

afterEach(() => Worker.leaveAll());

const activeRow = (worker: Worker) => {
  const id = worker.find('#rows').getAttribute('aria-activedescendant');
  return id === null ? undefined : worker.find(`#${id}`);
};
const indexOf = (row: HTMLElement | undefined) => Number(row?.getAttribute('aria-rowindex'));

describe('fl-case-desk: by keyboard', () => {
  it('goes through the list, opens a case, writes a note, and comes back to the row', async () => {
    const worker = await Worker.signedIn();
    await worker.focusOn('rows');
    expect(indexOf(activeRow(worker))).to.equal(2);
    await worker.key('j');
    await worker.key('ArrowDown');
    await worker.key('k');
    expect(indexOf(activeRow(worker))).to.equal(3);
    await worker.key('Enter');
    await worker.there('.event');
    await worker.focusOn('case-title');
    await worker.key('n');
    await worker.focusOn('words');
    await worker.type('#words', '键盘写的');
    await worker.key('Enter', { ctrlKey: true });
    await worker.until(() => worker.words('.event').includes('键盘写的'), 'the note');
    await worker.focusOn('step-said');
    await worker.key('Escape');
    await worker.focusOn('rows');
    expect(indexOf(activeRow(worker))).to.equal(3);
  });

  it('takes letters as letters where somebody types', async () => {
    const worker = await Worker.at(0);
    await worker.key('n');
    await worker.focusOn('words');
    await worker.key('l');
    await worker.key('?');
    expect(worker.has('.overlay')).to.equal(false);
    expect(worker.has('.case')).to.equal(true);
  });

  it('shows every key at a question mark, holds the focus there, and gives it back', async () => {
    const worker = await Worker.at(0);
    await worker.key('?');
    await worker.focusOn('overlay-title');
    await expect(worker.desk).to.be.accessible();
    await worker.key('Tab', { shiftKey: true });
    expect(worker.find('.overlay').contains(worker.focused!)).to.equal(true);
    await worker.key('Escape');
    await worker.focusOn('open-shortcuts');
  });

  it('locks at l', async () => {
    const worker = await Worker.at(0);
    await worker.focusOn('case-title');
    await worker.key('l');
    await worker.there('.sign-in');
  });

  it('finds by a number, and says so where nothing fits', async () => {
    const worker = await Worker.signedIn();
    await worker.key('/');
    await worker.focusOn('find');
    await worker.type('#find', '999999999999');
    worker.find<HTMLFormElement>('.finder').requestSubmit();
    await worker.there('#empty');
    expect(worker.words('#empty')).to.equal('没有符合的案件。');
    for (const { url } of worker.server.requests) expect(url).not.to.contain('9999999999');
    await worker.press('#find-clear');
    await worker.there('.row:not([hidden]) .category');
  });

  it('takes several states, categories and channels at once, and says which', async () => {
    const worker = await Worker.signedIn();
    const asked = () => new URL(worker.server.requests.filter(({ operation }) => operation === 'listCases').pop()!.url);
    await worker.press('#filters-toggle');
    await worker.press('#filter-state');
    const tick = async (name: string, value: string, states: string) => {
      await worker.press(`[name=filter-${name}][data-value=${value}]`);
      await worker.until(() => (asked().searchParams.get(`${name}s`) ?? '') === states, `${name} ${states}`);
    };
    await tick('state', 'in-progress', 'in-progress');
    expect(worker.words('#filter-state')).to.equal('进展 办理中');
    await tick('state', 'submitted', 'submitted,in-progress');
    expect(worker.words('#filter-state')).to.equal('进展 2 项');
    expect(worker.words('#filters-toggle')).to.contain('2');
    await worker.until(() => !worker.has('#rows[aria-busy=true]'), 'the rows');
    await expect(worker.desk).to.be.accessible();
    await worker.press('#filter-channel');
    await tick('channel', 'visit', 'visit');
    await tick('state', 'in-progress', 'submitted');
    await worker.press('#filters-reset');
    await worker.until(() => asked().searchParams.get('states') === null, 'all of them');
    expect(worker.find<HTMLInputElement>('[name=filter-state][data-value=submitted]').checked).to.equal(false);
    expect(worker.words('#filter-state')).to.equal('进展 不限');
  });

  it('S2 writes saved filters only through the page, and never what was looked for', async () => {
    const written: string[] = [];
    const keep = { read: () => null, write: (text: string) => void written.push(text) };
    const worker = await Worker.signedIn({ keep });
    await worker.type('#find', '示例女士');
    worker.find<HTMLFormElement>('.finder').requestSubmit();
    await worker.press('#filters-toggle');
    await worker.press('[data-grade=red]');
    await worker.type('#filter-name', '红色的');
    worker.find<HTMLFormElement>('.saved form').requestSubmit();
    await worker.there('.saved-list li');
    expect(written).to.have.length(1);
    expect(written[0]).to.contain('红色的');
    expect(written[0]).not.to.contain('示例女士');
    expect(localStorage.length + sessionStorage.length).to.equal(0);
  });
});

describe('fl-case-desk: a list of ten thousand', () => {
  it('draws a screenful of rows, and the same ones further down', async () => {
    const worker = await Worker.signedIn({ prepare: ({ state }) => state.cases.addMany(10_000) });
    const rows = worker.find('#rows');
    expect(Number(rows.getAttribute('aria-rowcount'))).to.be.greaterThan(10_000);
    const drawn = worker.all('.row');
    expect(drawn.length).to.be.lessThan(60);
    await worker.focusOn('rows');
    await worker.key('End');
    await worker.until(() => indexOf(activeRow(worker)) === Number(rows.getAttribute('aria-rowcount')), 'the last row');
    await worker.until(() => activeRow(worker)!.querySelector('.number')!.textContent !== '', 'what is in it');
    expect(worker.all('.row')).to.have.members(drawn);
    expect(worker.focused).to.equal(rows);
    await worker.key('Home');
    await worker.key('PageDown');
    expect(indexOf(activeRow(worker))).to.be.within(5, 30);
  });

  it('says that there are more than were counted, and goes on to them', async () => {
    const worker = await Worker.signedIn({ prepare: ({ state }) => state.cases.addMany(5000) });
    const rows = worker.find('#rows');
    expect(worker.words('.total')).to.match(/^共 5\d\d\d 件$/);
    // Nobody has counted these.
    await worker.press('#filters-toggle');
    await worker.press('[data-grade=none]');
    await worker.until(() => worker.words('.total') === '1000 件以上', 'the number that is there at least');
    expect(rows.getAttribute('aria-rowcount')).to.equal('-1');
    rows.focus();
    for (
      let known = 1000;
      !/^共 \d{4} 件$/.test(worker.words('.total'));
      known = Number.parseInt(worker.words('.total'), 10)
    ) {
      await worker.key('End');
      await worker.until(() => worker.words('.total') !== `${known} 件以上`, `more than ${known} rows`);
    }
    expect(Number(rows.getAttribute('aria-rowcount'))).to.be.within(1002, 5000);
  });

  it('keeps the keyboard on its row while the list is scrolled away under it', async () => {
    const worker = await Worker.signedIn({ prepare: ({ state }) => state.cases.addMany(10_000) });
    const rows = worker.find('#rows');
    await worker.focusOn('rows');
    await worker.key('j');
    rows.scrollTop = 50_000;
    rows.dispatchEvent(new CustomEvent('scroll'));
    expect(activeRow(worker)).to.equal(undefined);
    expect(worker.focused).to.equal(rows);
    await worker.key('j');
    expect(indexOf(activeRow(worker))).to.equal(4);
    expect(rows.scrollTop).to.be.lessThan(500);
  });
});
