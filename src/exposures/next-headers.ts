import { policyOfText, textsIn } from '../apis/middleware/content-security-policy.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { memberName } from '../syntax/nodes.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, positionOf } from '../syntax/source-file.ts';
import { AUTH_PACKAGES } from './auth-routes.ts';
import type { HeadersExposure } from './exposure.ts';

/** Text without which a file by itself says nothing of a Next app's headers. */
export const NEXT_HINT = /Content-Security-Policy/i;

const CONFIG = /[/\\]next\.config\.[cm]?[jt]s$/;
/** Pages that hold tokens themselves. */
const TOKENS = /localStorage\.(?:get|set)Item\(\s*["'`][\w-]*(?:token|jwt)/i;

const POLICY = /content-security-policy/i;

/**
 * The headers of a Next app, https://nextjs.org/docs/app/guides/content-security-policy: set in its configuration, in its
 * middleware or by its host. That there are none is seen only where all of them are.
 */
export function nextConfigExposures(file: SourceFile): HeadersExposure[] {
  const node = CONFIG.test(file.path) ? exportedConfig(file) : undefined;
  if (!node) return [];
  const common = { kind: 'app-without-headers', file, node, label: 'Next', forPages: true } as const;
  if (POLICY.test(file.text)) {
    const weak = weakPolicy(file);
    // A policy with a nonce in the middleware stands above one in the configuration.
    const isElsewhere = file.facts?.packageMentions(file, /'nonce-|'strict-dynamic'/) ?? false;
    return weak && !isElsewhere ? [{ ...common, state: 'unsafe-inline', where: `line ${positionOf(file, weak.range[0]).line}` }] : [];
  }
  if (!file.facts || file.facts.packageMentions(file, POLICY) || !signsIn(file)) return [];
  return [
    /X-Frame-Options|Strict-Transport-Security/i.test(file.text)
      ? { ...common, state: 'none', where: 'in its configuration' }
      : { ...common, state: 'missing', where: '' },
  ];
}

function exportedConfig(file: SourceFile): Node | undefined {
  const [exported] = nodesOf(file, 'ExportDefaultDeclaration');
  if (exported) return exported.declaration;
  return nodesOf(file, 'AssignmentExpression').find(
    ({ left }) =>
      left.type === 'MemberExpression' &&
      left.object.type === 'Identifier' &&
      left.object.name === 'module' &&
      memberName(left) === 'exports',
  )?.right;
}

/** The text that says where scripts may come from, where it lets those in the page run. */
function weakPolicy(file: SourceFile): TSESTree.Node | undefined {
  const texts = [...nodesOf(file, 'Literal'), ...nodesOf(file, 'TemplateLiteral')].filter((one) =>
    /script-src|default-src/.test(file.text.slice(one.range[0], one.range[1])),
  );
  const states = texts.map((node) => ({ node, state: policyOfText(textsIn(file, node).join(' ').replace(/\s+/g, ' ')) }));
  return states.some(({ state }) => state === 'set') ? undefined : states.find(({ state }) => state === 'unsafe-inline')?.node;
}

function signsIn(file: SourceFile): boolean {
  const dependencies = manifestOf(file.path)?.dependencies ?? new Set<string>();
  return [...dependencies].some((name) => AUTH_PACKAGES.test(name)) || (file.facts?.packageMentions(file, TOKENS) ?? false);
}
