/**
 * Walks through the elements of a page, from inside it, with what every engine since Chromium 72 has; reports to the service
 * by a request and to whoever reads the document by an attribute. Built to one classic script, the first of its page:
 * `<script id="fulian-journeys" data-settings="{…}" src="…/journeys.js">`.
 */
import { walkBallot } from './ballot.js';
import { walkCaseTracker } from './case-tracker.js';
import { walkCouncil } from './council.js';
import { Guest } from './guest.js';
import { walkHelpForm } from './help-form.js';
import { changesSince, type Inventory, takeInventory } from './inventory.js';
import * as pristine from './pristine.js';
import { walkQuickExit } from './quick-exit.js';
import type { JourneyName, JourneyReport, Report, Settings } from './report.js';
import { seedRandom, setClock } from './seeds.js';
import { walkServiceMap } from './service-map.js';
import { watchPage } from './watch.js';

const script = document.currentScript!;
const settings = pristine.parse(script.getAttribute('data-settings')!) as Settings;
setClock(settings.now);
seedRandom();
const watch = watchPage();
const journeys: JourneyReport[] = [];
let inventory: Inventory | undefined;

/** The page as it is just before the first script of ours, whoever puts it there. */
function awaitOurs(): void {
  const observer = new pristine.MutationObserver((records) => {
    for (let at = 0; at < records.length && !inventory; at++) {
      const { addedNodes } = records[at]!;
      for (let n = 0; n < addedNodes.length && !inventory; n++) {
        const node = addedNodes[n] as HTMLScriptElement;
        if (node.localName === 'script' && pristine.indexOf(node.src, settings.ours) >= 0) {
          inventory = takeInventory();
          observer.disconnect();
        }
      }
    }
  });
  pristine.observe(observer, document, { childList: true, subtree: true });
}

function report(isLast: boolean): Report {
  const { globals, changes } = inventory ? changesSince(inventory) : { globals: [], changes: ['nothing was compared'] };
  return {
    engine: navigator.userAgent,
    journeys,
    ...watch,
    globals,
    changes,
    compared: inventory?.count ?? 0,
    isLast,
  };
}

/** Sends what there is; at once and in one piece, because the page may be gone after it. */
function send(isLast: boolean): void {
  const text = pristine.toJson(report(isLast));
  pristine.setAttribute(script, 'data-report', text);
  const request = new pristine.Request();
  pristine.openRequest(request, 'POST', settings.reportTo, false);
  pristine.sendRequest(request, text);
}

/** Asks for a picture of what is seen of a box, and waits until it was taken. */
async function takePicture(name: string, element: Element): Promise<void> {
  if (settings.picturesAt === undefined) return;
  // What moves, moves to its end; two frames later it is painted.
  await new pristine.PristinePromise<void>((painted) => pristine.nextFrame(() => pristine.nextFrame(() => painted())));
  const { left, top, right, bottom } = pristine.boxOf(element);
  const box = `${pristine.max(0, left)},${pristine.max(0, top)},${right},${bottom}`;
  const request = new pristine.Request();
  pristine.openRequest(request, 'POST', `${settings.picturesAt}?name=${name}&box=${box}`, true);
  let isWaiting = true;
  // WebKit takes a picture with the next frame, and there is none where nothing changes: something does that nobody sees.
  const stir = (turn: number): void => {
    const { style } = document.documentElement;
    // At once, also where a page lets everything change slowly.
    pristine.setStyle(style, 'transition', 'none', 'important');
    pristine.setStyle(style, 'outline', `1px solid rgba(0,0,0,${turn % 2 === 0 ? '0.001' : '0.002'})`, 'important');
    if (isWaiting) pristine.later(() => stir(turn + 1), 30);
  };
  stir(0);
  await new pristine.PristinePromise<void>((answered) => {
    pristine.listen(request, 'loadend', () => answered());
    pristine.sendRequest(request);
  });
  isWaiting = false;
}

const tagOf = (name: JourneyName) => `fl-${name}`;

const attributesOf: { readonly [Name in JourneyName]?: (facts: Settings['facts']) => Record<string, string> } = {
  council: ({ council }) => ({ council }),
  ballot: ({ council, openBallot }) => ({ council, ballot: openBallot }),
  'quick-exit': () => ({ href: settings.exit }),
};

/** The stage lies above the page, in the same place everywhere, so that what is seen can be compared. */
function prepareStage(): HTMLElement {
  const stage = pristine.query(document.documentElement, '#fulian-stage') as HTMLElement;
  const style: Record<string, string> = {
    position: 'fixed',
    top: '0',
    left: '0',
    right: 'auto',
    bottom: 'auto',
    width: `${window.innerWidth}px`,
    height: '100%',
    margin: '0',
    // Covers the whole page, and gives all elements the same room.
    padding: `0 ${pristine.max(0, window.innerWidth - 1000)}px 0 0`,
    border: '0',
    float: 'none',
    display: 'block',
    transform: 'none',
    transition: 'none',
    opacity: '1',
    'box-sizing': 'border-box',
    // No bar to scroll by, which stands on the other side where text runs from right to left.
    overflow: 'hidden',
    background: '#fff',
    'z-index': '2147483000',
  };
  for (const name in style) pristine.setStyle(stage.style, name, style[name]!, 'important');
  return stage;
}

/** The element of a journey: the one that stands in the page, or a new one. */
function show(stage: HTMLElement, name: JourneyName, own: Record<string, string> = {}): HTMLElement {
  const there = pristine.query(stage, tagOf(name)) as HTMLElement | null;
  if (there && pristine.getOwnPropertyNames(own).length === 0) return there;
  for (let child = pristine.firstChildOf(stage); child; child = pristine.firstChildOf(stage))
    pristine.removeChild(stage, child);
  const element = pristine.createElement(tagOf(name));
  const attributes = { ...attributesOf[name]?.(settings.facts), ...own };
  for (const attribute in attributes) pristine.setAttribute(element, attribute, attributes[attribute]!);
  pristine.append(stage, element);
  return element;
}

async function walk(stage: HTMLElement, name: JourneyName, steps: string[]): Promise<void> {
  const meet = async (own?: Record<string, string>): Promise<Guest> => {
    const element = show(stage, name, own);
    const guest = new Guest(steps, element, settings.patience, (picture) =>
      // Its host has no box of its own.
      takePicture(`${name}-${picture}`, name === 'quick-exit' ? guest.find('[part=button]') : element),
    );
    await guest.awake();
    return guest;
  };
  const { facts } = settings;
  const one = await meet();
  if (name === 'help-form') await walkHelpForm(one);
  else if (name === 'service-map') await walkServiceMap(one);
  else if (name === 'case-tracker') await walkCaseTracker(one, facts);
  else if (name === 'council') await walkCouncil(one, facts);
  else if (name === 'ballot') await walkBallot(one, facts, (ballot) => meet({ ballot }));
  else await walkQuickExit(one, settings.leaveBy);
}

async function walkAll(): Promise<void> {
  const stage = prepareStage();
  for (let at = 0; at < settings.journeys.length; at++) {
    const name = settings.journeys[at]!;
    const begun = pristine.now();
    const steps: string[] = [];
    const isLast = at === settings.journeys.length - 1;
    let isTold = false;
    const tell = (fault?: string) => {
      if (isTold) return;
      isTold = true;
      const milliseconds = pristine.round(pristine.now() - begun);
      pristine.add(journeys, { name, steps, ...(fault !== undefined && { fault }), milliseconds });
      if (isLast) send(true);
    };
    // The page is left right after this event.
    if (name === 'quick-exit') pristine.listen(window, 'fl-exited', () => tell(), true);
    try {
      await walk(stage, name, steps);
      if (name !== 'quick-exit') tell();
    } catch (thrown) {
      tell(thrown instanceof Error ? thrown.message : String(thrown));
    }
  }
}

awaitOurs();
// WebKit takes no picture of a page that still loads, and one that waits for a picture before it has loaded does.
if (settings.picturesAt === undefined) pristine.listen(document, 'DOMContentLoaded', () => void walkAll());
else pristine.listen(window, 'load', () => void pristine.later(() => void walkAll()));
