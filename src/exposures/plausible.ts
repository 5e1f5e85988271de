import path from 'node:path';
import { readsOf, variableOf } from '../syntax/bindings.ts';
import { resolveValue } from '../flow/resolve.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare, functionName, isFunction, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile, textOf } from '../syntax/source-file.ts';
import type { Credential } from './credential.ts';
import { either } from '../credentials/alternatives.ts';

/** Words that only code about signing in has. */
const SIGNING_IN =
  /jwt|bearer|authoriz|\bauth(?!ors?\b|ored\b|oring\b)|log-?_?in|sign-?_?in|password|oauth|localStorage|sessionStorage|cookie|session/i;

/** Files about tokens of other trades, by their names. */
const OTHER_TRADE_FILE =
  /lex(?:er|ical)|tokeniz|pars(?:e|er|ing)\b|grammar|syntax|highlight|prism|design-?tokens?|theme|erc-?20|wallet|swap|markdown|\bast\b/i;

const speaksOfSigningIn = perFile(
  (file): boolean =>
    !OTHER_TRADE_FILE.test(path.basename(file.path)) && (SIGNING_IN.test(path.basename(file.path)) || SIGNING_IN.test(file.text)),
);

/** What a lexer's, a chain's or a design system's token has, and a session's has not. */
const OTHER_TRADE_MEMBERS = /^(?:type|kind|symbol|decimals|address|chainId|logoURI|pos|loc|start|end|range|lexeme|text|content|tokenType)$/;

/**
 * Whether a credential that was told by a name that others bear too (`token`) is one of a session: the file has to speak
 * of signing in, the value must not be used as another trade's token is, and the place not be about links that are mailed.
 *
 * @param file The file of the place where it is shown.
 * @param at The place: its text and the names around it count.
 */
export function isPlausible(file: SourceFile, credential: Credential, at: Node): boolean {
  if (credential.strength !== 'likely') return true;
  return speaksOfSigningIn(file) && !isOtherTrade(credential.file, credential.node) && !isForOnce(file, at);
}

function isOtherTrade(file: SourceFile, node: Node): boolean {
  const variable = variableOf(file, bare(node));
  return (
    variable !== undefined &&
    readsOf(variable).some(
      (use) =>
        use.parent?.type === 'MemberExpression' && use.parent.object === use && OTHER_TRADE_MEMBERS.test(memberName(use.parent) ?? ''),
    )
  );
}

/** What links that are used once are about: a password's reset, an address's confirmation, an invitation. */
const ONCE = either(
  [
    /(?:reset|forgot|recover|change|new|set)[-_\s]?(?:your[-_\s]?)?pass/,
    /pass(?:word)?[-_]?(?:reset|recover)/,
    /verif(?:y|ied|ication)[-_\s]?(?:the[-_\s]?|your[-_\s]?)?(?:e?-?mail|account|user|link|code|url|otp)/,
    /(?:e?mail|account)[-_\s]?(?:verif|confirm|activ)/,
    /confirm(?:ation)?[-_\s]?(?:e?mail|account|link|url)/,
    /invit(?:e|ation)/,
    /activat(?:e|ion)/,
    /unsubscribe/,
    /magic[-_\s]?link/,
    /one[-_\s]?time/,
    /\botp\b/,
    /send[-_]?\w*mail/,
    /mailer/,
    /forgot/,
  ],
  'i',
);

/** Files that write mails: `emails/Welcome.tsx`, `email.service.js`, `SigninEmail.tsx`. */
const MAIL_PLACE = /[/\\](?:e-?)?mails?(?:ers?)?[/\\][^/\\]*$|(?:e-?|[/\\])mails?\.(?:\w+\.)?[cm]?[jt]sx?$/i;

/** Whether a text or a name is about a link that is used once. */
export function isAboutOnce(text: string): boolean {
  return ONCE.test(text);
}

/** Whether a node stands where links that are used once are made or followed: by the names around it. */
export function isForOnce(file: SourceFile, node: Node): boolean {
  if (ONCE.test(path.basename(file.path)) || MAIL_PLACE.test(file.path) || ONCE.test(textOf(file, node))) return true;
  for (let at: Node | undefined = node; at; at = at.parent) if (isFunction(at) && ONCE.test(functionName(at) ?? '')) return true;
  return false;
}

/** What somebody else put into an address: `req.query.token`, `searchParams.get('token')`, `route.params.token`. */
export function isFromAddress(file: SourceFile, node: Node): boolean {
  const { file: home, node: value } = resolveValue({ file, node });
  const variable = variableOf(file, bare(node));
  const declarator = variable?.defs[0]?.node as Node | undefined;
  const init = declarator?.type === 'VariableDeclarator' ? declarator.init : undefined;
  return FROM_ADDRESS.test(textOf(home, value)) || (init != null && FROM_ADDRESS.test(textOf(file, init)));
}

const FROM_ADDRESS = /^[^({]*\b(?:params|query|searchParams|urlParams|queryParams|useParams|useSearchParams|useRoute|location|hash)\b/i;
