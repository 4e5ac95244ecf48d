import type { Meta } from '@storybook/web-components-vite';
import { helpFormMeta, onTheWay, picture, type HelpFormArgs } from './help-form.stage.js';

const meta: Meta<HelpFormArgs> = { ...helpFormMeta, title: 'Elements/Help form/Steps' };

export default meta;

/** The first question. It needs nothing from the network. */
export const Danger = onTheWay({});

/** For whom, and who asks. */
export const Asker = onTheWay({ to: 'asker' });

/** For somebody she knows: the relation is asked for below the choice. */
export const AskerForSomebodyElse = onTheWay({ to: 'asker', last: (walk) => walk.choose('#askerRole-1') });

/** A school, a hospital or a committee that must report. */
export const AskerMandatoryReporter = onTheWay({ to: 'asker', last: (walk) => walk.choose('#askerRole-3') });

/** What it is about; the list is the federation's. */
export const Category = onTheWay({ to: 'category' });

/** Whether the person who needs help is under 14; asked where somebody asks for another, or a child is concerned. */
export const Age = onTheWay({
  to: 'age',
  answers: {
    asker: async (walk) => {
      await walk.choose('#askerRole-1');
      await walk.choose('#relation');
    },
  },
});

/** The short risk screen. */
export const Risk = onTheWay({ to: 'risk', answered: true });

/** Whether children are there. */
export const Children = onTheWay({ to: 'children' });

/** What happened, in her own words; may be left out. */
export const Narrative = onTheWay({ to: 'narrative', answered: true });

/** Near the end of what fits, the count is shown. */
export const NarrativeNearItsEnd = onTheWay({
  to: 'narrative',
  last: (walk) => walk.write('#narrative', '他又打我了。'.repeat(830)),
});

/** Files; none yet. */
export const Attachments = onTheWay({ to: 'attachments' });

/** Files that have arrived. */
export const AttachmentsStored = onTheWay({
  to: 'attachments',
  last: async (walk) => {
    await walk.add(picture('微信图片_20260304.jpg', 700_000), picture('伤情照片.jpg', 400_000));
    await walk.there('.file:nth-child(2) .done');
  },
});

/** Where; she may stop at any level. */
export const Place = onTheWay({ to: 'place' });

/** A township is chosen, and its villages are offered. */
export const PlaceChosen = onTheWay({ to: 'place', answered: true });

/** Named or anonymous. */
export const Identity = onTheWay({ to: 'identity', answered: true });

/** The way that is safe, and the number. */
export const Contact = onTheWay({ to: 'contact', answered: true });

/** Somebody else may be called in her place. */
export const ContactByAnotherPerson = onTheWay({ to: 'contact', last: (walk) => walk.choose('#channel-4') });

/** When and how contact does not give her away. */
export const ContactSafety = onTheWay({ to: 'contact-safety', answered: true });

/** What makes talking possible. */
export const Needs = onTheWay({ to: 'needs' });

/** Units that must not see it. */
export const Exclusion = onTheWay({ to: 'exclusion', last: (walk) => walk.choose('#hasExclusion-1') });

/** Each consent by itself. */
export const Consent = onTheWay({ to: 'consent' });

/** The consents where a child under 14 is concerned. */
export const ConsentForAChild = onTheWay({
  to: 'consent',
  answers: {
    asker: async (walk) => {
      await walk.choose('#askerRole-1');
      await walk.choose('#relation');
    },
    age: (walk) => walk.choose('#underFourteen'),
  },
});

/** All answers, to be checked and changed. */
export const Check = onTheWay({ to: 'check' });
