import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

addons.setConfig({
  theme: create({ base: 'light', brandTitle: 'Fulian Kit', colorPrimary: '#812b4c', colorSecondary: '#812b4c' }),
});
