import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Compiler {
  parse(text: string): {
    readonly descriptor: { readonly script: unknown; readonly scriptSetup: unknown; readonly template: { content: string } | null };
  };
  compileScript(descriptor: unknown, options: object): { readonly content: string; readonly lang?: string };
  compileTemplate(options: object): { readonly code: string };
}

interface BundlerBuild {
  onLoad(options: { readonly filter: RegExp }, load: (of: { readonly path: string }) => object): void;
}

/** Makes modules of Vue's components for the bundler, as Vite's plugin does. */
export const vueComponents = {
  name: 'vue-components',
  setup(build: BundlerBuild): void {
    build.onLoad({ filter: /\.vue$/ }, ({ path }) => ({ contents: compiled(path), loader: 'ts' }));
  },
};

function compiled(path: string): string {
  const compiler = createRequire(new URL('../packages/', import.meta.url))('vue/compiler-sfc') as Compiler;
  const { descriptor } = compiler.parse(readFileSync(path, 'utf8'));
  const hasScript = descriptor.script !== null || descriptor.scriptSetup !== null;
  if (descriptor.scriptSetup !== null) return compiler.compileScript(descriptor, { id: path, inlineTemplate: true }).content;
  const script = hasScript ? compiler.compileScript(descriptor, { id: path, genDefaultAs: 'component' }).content : 'const component = {};';
  const { code } = compiler.compileTemplate({ id: path, filename: path, source: descriptor.template?.content ?? '' });
  return `${script}\n${code.replace('export function render', 'function render')}\nexport default Object.assign(component, { render });\n`;
}
