/** What the elements say of themselves, see `main.ts`. */
declare module 'virtual:elements-manifest' {
  const manifest: object;
  export default manifest;
}

declare module '@custom-elements-manifest/analyzer/cli.js' {
  /** Runs the analyzer as its command line does; resolves to the manifest. */
  export function cli(options: { argv: string[]; cwd: string; noWrite: boolean }): Promise<object>;
}

/** A script that Vite bundles as a worker; its address. */
declare module '*?worker&url' {
  const url: string;
  export default url;
}
