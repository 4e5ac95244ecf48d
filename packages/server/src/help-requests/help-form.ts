import { examples } from '@fulian/contract/examples';
import { HelpForm as HelpFormSchema } from '@fulian/contract/schemas';
import type { components } from '@fulian/contract/types';

type Schemas = components['schemas'];
/** What a federation asks. */
export type HelpForm = Schemas['HelpForm'];

/** What a federation changes of one category. */
export interface CategoryChange extends Partial<Omit<Schemas['Category'], 'code'>> {
  /** The category is not offered. */
  readonly off?: boolean;
}

/**
 * What a federation sets for itself and those below it. A field replaces the whole field of the federation above;
 * `categoryChanges` and `words` change single entries and leave the others.
 */
export interface HelpFormPatch extends Partial<Omit<HelpForm, 'federation' | 'units'>> {
  /** By the category's code. */
  readonly categoryChanges?: Readonly<Record<string, CategoryChange>>;
}

/** A federation's stored configuration breaks the contract. `message` names the place, not the content. */
export class HelpFormBroken extends Error {
  override readonly name = 'HelpFormBroken';
  readonly code = 'help-form-broken';
}

const standard: HelpForm = examples.getHelpForm.answers.standard as unknown as HelpForm;
const patchable = new Set([
  ...Object.keys(standard).filter((key) => key !== 'federation' && key !== 'units'),
  'categoryChanges',
]);

/**
 * The form of a federation: the standard one, changed by the patches of the federations from the province down to
 * itself. Throws `HelpFormBroken` where the result does not keep to the contract.
 */
export function buildHelpForm(
  federation: Schemas['Federation'],
  units: readonly Schemas['FederationSummary'][],
  patches: readonly HelpFormPatch[],
): HelpForm {
  let form: HelpForm = { ...standard, federation, units: [...units] };
  for (const patch of patches) form = applyPatch(form, patch, federation.code);
  const checked = HelpFormSchema.safeParse(form);
  if (!checked.success) throw broken(federation.code, checked.error.issues[0]?.path.join('/') ?? '');
  const kinds = new Set(form.consents.map((one) => one.kind));
  if (!kinds.has('general') || !kinds.has('sensitive') || !kinds.has('minor'))
    throw broken(federation.code, 'consents');
  return form;
}

function applyPatch(form: HelpForm, patch: HelpFormPatch, code: string): HelpForm {
  if (typeof patch !== 'object' || patch === null) throw broken(code, '');
  const strange = Object.keys(patch).find((key) => !patchable.has(key));
  if (strange !== undefined) throw broken(code, strange);
  const { categoryChanges = {}, words = {}, ...fields } = patch;
  const next: HelpForm = { ...form, ...fields, words: { ...form.words, ...words } };
  for (const category of Object.keys(categoryChanges)) {
    if (!next.categories.some((one) => one.code === category)) throw broken(code, `categoryChanges/${category}`);
  }
  return {
    ...next,
    categories: next.categories.flatMap((category) => {
      const { off = false, ...change } = categoryChanges[category.code] ?? {};
      return off ? [] : [{ ...category, ...change }];
    }),
  };
}

function broken(code: string, where: string): HelpFormBroken {
  return new HelpFormBroken(
    `The help form of the federation ${code} or of one above it is not usable at '${where}': correct federation_settings.`,
  );
}
