import { isDark, palettes, presets, type PaletteName, type Preset, type PresetName } from './presets.js';
import { themeCss, type Look } from './theme-css.js';

const lookOf = (name: PaletteName): Look => ({ values: palettes[name], isDark: isDark(name) });

/**
 * The style sheet of a preset, for whatever has it as its `appearance`. An `<fl-client>` that follows a mode of its page dresses
 * itself then.
 */
export function presetCss(name: PresetName): string {
  const { day, night, contrast }: Preset = presets[name];
  return themeCss(`[appearance='${name}']:not([mode])`, {
    day: lookOf(day),
    night: night && lookOf(night),
    contrast: contrast && lookOf(contrast),
  });
}
