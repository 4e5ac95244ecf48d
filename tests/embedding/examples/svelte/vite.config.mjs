import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';

export default { base: './', plugins: [svelte({ configFile: false, preprocess: vitePreprocess() })] };
