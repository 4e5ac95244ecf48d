import { expect } from '@open-wc/testing';
import { Worker } from './testing/worker.js';

afterEach(() => Worker.leaveAll());

/** What somebody says on the telephone. */
async function answer(worker: Worker): Promise<void> {
  for (const id of ['danger-1', 'askerRole', 'identity', 'hasExclusion-1']) await worker.press(`#r-${id}`);
  await worker.select('#r-category', 'legal-advice');
  await worker.type('#r-narrative', '想问离婚时房子怎么分');
  const none = worker.all<HTMLInputElement>('[name=r-channel]');
  none[none.length - 1]!.click();
  for (const id of ['consentGeneral', 'consentSensitive']) await worker.press(`#r-${id}`);
}

describe('fl-case-desk: taking a request down', () => {
  it('hands out a receipt once: number and secret, large', async () => {
    const worker = await Worker.signedIn();
    await worker.press('#open-register');
    await worker.there('#r-danger');
    await expect(worker.desk).to.be.accessible();
    await answer(worker);
    await worker.press('#register-send');
    await worker.there('.receipt');
    await expect(worker.desk).to.be.accessible();
    const digits = worker.all('.groups li').map((one) => one.textContent);
    expect(digits).to.have.length(9);
    expect(digits.join('')).to.match(/^[0-9]{36}$/);
    expect(worker.heard.map(({ type }) => type)).to.include('fl-registered');
    await worker.press('#receipt-close');
    await worker.until(() => !worker.has('.receipt'), 'the end of it');
    expect(worker.root.textContent).not.to.contain(digits.slice(3).join(''));
  });

  it('takes files that she brought along', async () => {
    const worker = await Worker.signedIn();
    await worker.press('#open-register');
    await worker.there('#r-danger');
    await answer(worker);
    const chosen = new DataTransfer();
    const bytes = new Uint8Array(3000);
    bytes.set([0xff, 0xd8, 0xff, 0xe0]);
    chosen.items.add(new File([bytes], '结婚证.jpg', { type: 'image/jpeg' }));
    const input = worker.find<HTMLInputElement>('#r-attachments');
    input.files = chosen.files;
    input.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    await worker.until(() => worker.words('#r-attachments-field').includes('结婚证.jpg 传好了'), 'the file');
    expect(input.value).to.equal('');
    await expect(worker.desk).to.be.accessible();
    await worker.press('#register-send');
    await worker.there('.receipt');
    const [file] = [...worker.server.state.attachments.values()].filter(({ name }) => name === '结婚证.jpg');
    expect(file!.request).to.equal(worker.words('.groups').replace(/\D/g, '').slice(0, 12));
    expect(worker.root.textContent).not.to.contain('结婚证');
  });

  it('says what is missing beside each question', async () => {
    const worker = await Worker.signedIn();
    await worker.press('#open-register');
    await worker.press('#register-send');
    await worker.focusOn('register-faults');
    expect(worker.has('#r-category-fault')).to.equal(true);
    await expect(worker.desk).to.be.accessible();
  });

  it('keeps what was taken down while another case is looked at', async () => {
    const worker = await Worker.signedIn();
    await worker.press('#open-register');
    await worker.type('#r-narrative', '写到一半');
    await worker.press('#register-away');
    await worker.openCase(0);
    await worker.press('#open-register');
    await worker.there('#r-narrative');
    expect(worker.find<HTMLTextAreaElement>('#r-narrative').value).to.equal('写到一半');
  });
});

describe('fl-case-desk: on paper', () => {
  it('prints the case with all its events, and internal notes only where they are asked for', async () => {
    const printed: string[] = [];
    const { print } = window;
    const worker = await Worker.at(0);
    window.print = () => void printed.push(worker.words('.paper'));
    try {
      await worker.press('#do-print');
      await worker.there('#print-without');
      await expect(worker.desk).to.be.accessible();
      await worker.press('#print-without');
      await worker.until(() => printed.length === 1, 'the paper');
      expect(printed[0]).to.contain('他昨晚又动手了');
      expect(printed[0]).to.match(/打印于\d{4}年/);
      expect(printed[0]).not.to.contain('邻居愿意作证');
      expect(worker.has('.paper')).to.equal(false);
      await worker.press('#do-print');
      await worker.press('#print-with');
      await worker.until(() => printed.length === 2, 'the paper');
      expect(printed[1]).to.contain('邻居愿意作证');
    } finally {
      window.print = print;
    }
  });
});
