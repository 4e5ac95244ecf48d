import vue from '@vitejs/plugin-vue';

export default {
  base: './',
  plugins: [
    vue({
      template: {
        // These are custom elements and none of its own components.
        compilerOptions: { isCustomElement: (tag) => tag.startsWith('fl-') },
      },
    }),
  ],
};
