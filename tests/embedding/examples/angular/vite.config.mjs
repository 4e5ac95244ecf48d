import linker from '@angular/compiler-cli/linker/babel';
import { transformAsync } from '@babel/core';

// What `ng build` does, spelled out: `ngc -p .` has compiled the templates into dist/; this finishes Angular's packages and our
// directives for the version that is installed.
export default {
  base: './',
  define: { ngDevMode: 'false', ngJitMode: 'false', ngServerMode: 'false' },
  plugins: [
    {
      name: 'angular-linker',
      async transform(code, id) {
        if (!code.includes('ɵɵngDeclare')) return null;
        return transformAsync(code, { filename: id, plugins: [linker], configFile: false, babelrc: false });
      },
    },
  ],
};
