import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { type BallotState, type BallotStore, createBallotStore, type PaperKeeper } from '@fulian/sdk/stores/ballot';
import { createMemberSession, type MemberSessionStore } from '@fulian/sdk/stores/member-session';
import { controls } from '../base/controls.styles.js';
import { councilPlace } from '../base/council-place.js';
import { councilStyles } from '../base/council.styles.js';
import { paperName, paperPlace, sweepPapers } from '../base/council-papers.js';
import { isOnDevice, network, placeOnDevice } from '../base/device.js';
import { FlElement } from '../base/element.js';
import type { Client } from '../base/provider.js';
import { ReadAloud } from '../base/read-aloud.js';
import { StoreController } from '../base/store-controller.js';
import { tokens } from '../base/tokens.styles.js';
import { onWipe } from '../base/wipe.js';
import { Booth } from './ballot.booth.js';
import { castingScreen, checkScreen, votedScreen } from './ballot.cast.js';
import { chooseScreen } from './ballot.choose.js';
import { motionScreen, paperScreen, secrecyScreen, signInScreen } from './ballot.motion.js';
import { button, errorWords } from './ballot.pieces.js';
import { styles } from './ballot.styles.js';
import { type BallotKey, catalogue } from './ballot.words.js';

const screens = {
  motion: motionScreen,
  'sign-in': signInScreen,
  secrecy: secrecyScreen,
  paper: paperScreen,
  choose: chooseScreen,
  check: checkScreen,
  casting: castingScreen,
  voted: votedScreen,
  result: (booth: Booth) => booth.late!.resultScreen(booth),
} as const;

/**
 * @summary One vote of a women's council, one decision a screen: what is decided, what is kept secret and what not, the choice, a look
 * at it once more, 'you have voted' with a receipt; after the closing the result as anyone can recount it, and whether one's own
 * ballot is in it. Whoever is not on the roll reads the same and cannot vote.
 *
 * Keeps what she chooses in memory and nowhere else. Only where she asked for it, her session and her blank paper stay on the device
 * until the closing. Goes blank on a quick exit and whenever the page is left (S1, S2), and changes neither address nor title (S3).
 *
 * @slot - What is shown where the script never runs: a telephone number. Not shown once the element is awake.
 * @slot footer - The page's own words below.
 * @fires {CustomEvent<{ ballot: string }>} fl-voted - Her vote is stored. Says nothing of what it is.
 * @csspart base - Everything.
 * @csspart sheet - The sheet that everything stands on.
 * @csspart tools - Who she is, and the button that reads aloud.
 * @csspart read-aloud - The button that reads aloud; only where the browser has a voice.
 * @csspart screen - One screen: one decision, or one thing to read.
 * @csspart heading - Its heading.
 * @csspart countdown - How long one may still vote.
 * @csspart rules - The rules, folded.
 * @csspart rule-list - The rules as sentences.
 * @csspart sign-in - Where a card is typed.
 * @csspart paper - Whether her blank paper may stay on the device.
 * @csspart option - What can be chosen.
 * @csspart ranked - An option that has its place.
 * @csspart fault - What is wrong with the choice.
 * @csspart choice - What she is about to cast.
 * @csspart casting - How far her vote is.
 * @csspart error - Why her vote was not taken, or why nothing could be loaded.
 * @csspart receipt - The receipt.
 * @csspart result - What came out, with the sentences that explain it.
 * @csspart counts - A table of a count.
 * @csspart rounds - The rounds of a count, folded.
 * @csspart pairs - Who is preferred to whom, folded.
 * @csspart votes - Who voted what in an open ballot, folded.
 * @csspart counted - Where she sees whether her ballot was counted.
 * @csspart chair - Where the chair decides a tie.
 */
export class FlBallot extends FlElement<BallotKey> {
  static override styles = [tokens, controls, councilStyles, styles];
  static override properties: PropertyDeclarations = {
    client: { attribute: false },
    council: {},
    ballot: {},
    session: { attribute: false },
    voucher: { attribute: false },
  };

  /** A client made by the page. Default: that of the nearest `<fl-client>`. */
  client: Client | undefined;

  /** Id of the council: 12 digits, a hyphen, and a UUID. */
  council: string | null = null;

  /** Id of the ballot, a UUID. */
  ballot: string | null = null;

  /** A member's session that the page or an `<fl-council>` has opened. Default: one of its own. */
  session: MemberSessionStore | undefined;

  /** The host portal's word for its signed-in member (a signed JWT), in the place of a card. Counts once. */
  voucher: string | undefined;

  protected readonly catalogue = catalogue;

  private readonly bound = new StoreController<BallotState, BallotStore>(this);
  private readonly aloud = new ReadAloud(this);
  private booth: Booth | undefined;
  /** What the store was made for. */
  private made: readonly unknown[] = [];
  /** For whoever builds the page: what is missing. */
  private unconnected: string | undefined;
  private usedVoucher: string | undefined;
  private stopWiping: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopWiping ??= onWipe(() => this.booth?.leave());
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopWiping?.();
    this.stopWiping = undefined;
    this.bound.store?.stop();
    this.bound.store = this.booth = undefined;
    this.made = [];
  }

  /** Makes the store anew so that her paper stays on this device. @internal */
  keepPaper(): BallotStore {
    return this.open(this.made[0] as Client, true);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.connect();
    this.booth?.prepare();
    // What was read is not on the screen any more.
    if (this.booth?.screen !== this.booth?.shown) this.aloud.stop();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.booth?.settle();
  }

  protected override render(): TemplateResult {
    const { booth, unconnected } = this;
    return html`<div class="base" part="base" lang=${this.language} dir=${this.direction}>
      <div class="sheet" part="sheet">
        ${
          unconnected
            ? html`<p class="notice danger" role="alert" lang="en">${unconnected}</p>`
            : booth
              ? this.renderBooth(booth)
              : html`<p class="hint" role="status">${this.t('loading')}</p>`
        }
        <slot name="footer"></slot>
      </div>
    </div>`;
  }

  private renderBooth(booth: Booth): TemplateResult {
    const { screen, state, said } = booth;
    const { member } = state.session;
    const { aloud, language } = this;
    const read = () => aloud.toggle(this.renderRoot.querySelector<HTMLElement>('.screen')?.innerText ?? '', language);
    return html`<div class="tools" part="tools">
        <span class="hint">${member ? booth.t('signed', { name: member.name }) : nothing}</span>
        ${
          aloud.has(language) && screen in screens
            ? html`<button
                class="button plain"
                type="button"
                id="read-aloud"
                part="read-aloud"
                aria-pressed=${aloud.speaks ? 'true' : 'false'}
                @click=${read}
              >
                ${booth.t(aloud.speaks ? 'read-stop' : 'read-aloud')}
              </button>`
            : nothing
        }
      </div>
      ${state.refreshError ? html`<p class="hint" role="status">${booth.t('offline')}</p>` : nothing}
      ${
        screen === 'loading'
          ? html`<p class="hint" role="status">${booth.t('loading')}</p>`
          : screen === 'left'
            ? html`<div class="screen">
                <p>${booth.t('left-page')}</p>
                <div class="actions">${button(booth.t('open-again'), () => booth.restart(), 'secondary')}</div>
              </div>`
            : screen === 'error'
              ? html`<div class="notice danger" part="error" role="alert">
                  <p>${errorWords(booth, state.loadError?.code)}</p>
                  ${button(booth.t('again'), () => booth.retry(), 'secondary', 'retry')}
                </div>`
              : screens[screen](booth)
      }
      <p class="visually-hidden" id="said" role="status">${said}</p>`;
  }

  /** Begins anew where the service, the council, the ballot or who votes changes. */
  private connect(): void {
    // Out of the page: nobody would end what begins now.
    if (!this.isConnected) return;
    const { council, ballot } = this;
    const found = councilPlace(this, this.provider, { council, ballot });
    this.unconnected = typeof found === 'string' ? found : undefined;
    if (typeof found !== 'object') return;
    const wanted = [found, council, ballot, this.session];
    if (wanted.some((one, at) => one !== this.made[at])) {
      this.made = wanted;
      const keeps = isOnDevice(paperName(ballot!));
      this.booth = new Booth(this, this.open(found, keeps), keeps);
    }
    this.vouch();
  }

  private open(client: Client, keeps: boolean): BallotStore {
    const council = this.council!;
    const session =
      this.session ??
      this.bound.store?.session ??
      createMemberSession({ client, council, keep: placeOnDevice(`fulian-member:${council}`) });
    this.bound.store?.stop();
    const store = createBallotStore({
      client,
      council,
      ballot: this.ballot!,
      session,
      network,
      ...(keeps && { keep: this.keeper() }),
    });
    this.bound.store = store;
    void this.updateComplete.then(() => store.load()).then(() => sweepPapers([store.state.ballot]));
    return store;
  }

  /** Her paper outlives a quick exit, as she asked: without it she could not vote any more. */
  private keeper(): PaperKeeper {
    const place = paperPlace(this.ballot!, () => this.bound.store?.state.ballot);
    return { ...place, remove: () => (this.booth?.screen === 'left' ? undefined : place.remove()) };
  }

  private vouch(): void {
    const { voucher, booth } = this;
    if (!voucher || voucher === this.usedVoucher || !booth?.waitsForCard) return;
    this.usedVoucher = voucher;
    void booth.session.openWithVoucher(voucher);
  }
}
