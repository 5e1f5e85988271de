import type { Rule } from 'eslint';
import type { JSONSchema4 } from 'json-schema';
import { homepage } from '../../package.json' with { type: 'json' };
import type { Hint } from '../syntax/hints.ts';
import { matcherOf, concernsCredentials, isOfInterest, standsIn } from '../syntax/hints.ts';
import type { Settings } from '../syntax/settings.ts';
import { hasOwnWords, readSettings } from '../syntax/settings.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { isTestFile } from '../syntax/test-files.ts';
import type { Finding } from './finding.ts';
import type { Code } from './code-of.ts';
import { codeOf } from './code-of.ts';
import { fileOf, filePathOf } from './file-of.ts';

/** A rule as data: what it is about, and what it says of a file. */
export interface RuleDefinition<Options, MessageIds extends string> {
  readonly name: string;
  readonly description: string;
  /** Whether the rule is in `recommended`; all but those for profiles are in `strict`. */
  readonly recommended: boolean;
  /** How bad it is where it is so: whether a script takes the session by it, or it makes that easier. */
  readonly severity: 'high' | 'medium' | 'low';
  /** The weaknesses that it is one of: https://cwe.mitre.org. */
  readonly cwe: readonly number[];
  /** Whether only the compliance profiles ask for it. */
  readonly profilesOnly?: boolean;
  /** Text without which the rule has nothing to say. Tested before anything is visited. */
  readonly hint: Hint;
  /** Whether the rule speaks of files that have no word about credentials in them: of markup, of an app's headers. */
  readonly beyondCredentials?: boolean;
  readonly messages: Readonly<Record<MessageIds, string>>;
  readonly schema: readonly JSONSchema4[];
  /** The options as they are without configuration. ESLint merges the user's into them. */
  readonly defaultOptions: Options;
  readonly hasSuggestions?: boolean;
  /** Whether the rule gives one verdict an app, at the app's creation. */
  readonly isAboutApps?: boolean;
  /** Whether the rule speaks in test files too. */
  readonly inTests?: boolean;
  /** Whether the rule is about comments: for any other, what is said in them is not said. */
  readonly inComments?: boolean;
  /** Whether the settings give the rule anything to ask; then it looks at every file. Without it they always do. */
  readonly appliesTo?: (settings: Settings) => boolean;
  check(file: SourceFile, options: Options): readonly Finding<MessageIds>[];
}

/** An ESLint rule that `httponly scan` can ask as well, without ESLint. */
export interface HttponlyRule<Options = unknown, MessageIds extends string = string> extends Rule.RuleModule {
  readonly definition: RuleDefinition<Options, MessageIds>;
}

/** The page of a rule. */
export function pageOf(name: string): string {
  return `${homepage}/blob/main/docs/rules/${name}.md`;
}

/**
 * Makes an ESLint rule of a definition. The rule visits nothing of its own: it asks the engine once for the file, and
 * all rules share the answer.
 */
export function createRule<Options extends readonly object[], MessageIds extends string>(
  definition: RuleDefinition<Options, MessageIds>,
): HttponlyRule<Options, MessageIds> {
  const { name, description, recommended, messages, schema, defaultOptions, hasSuggestions = false } = definition;
  const isMentioned = definition.inComments ? (text: string) => standsIn(text, definition.hint) : matcherOf(definition.hint);
  // An app is made in few files: their comments may say what it is for.
  const isAsked = (code: Code): boolean =>
    Boolean(definition.beyondCredentials ?? definition.inComments) ||
    (definition.isAboutApps ? code.concernsCredentials : concernsCredentials(code.text));
  return {
    definition,
    meta: {
      type: 'problem',
      docs: { description, recommended, url: pageOf(name) },
      messages: { ...messages },
      schema: [...schema],
      defaultOptions: [...defaultOptions],
      ...(hasSuggestions && { hasSuggestions }),
    },
    create(context) {
      const settings = readSettings(context.settings['httponly']);
      if (definition.appliesTo && !definition.appliesTo(settings)) return {};
      const code = codeOf(context.sourceCode);
      const { text } = definition.inComments ? context.sourceCode : code;
      // A team's own names for credentials are no part of any hint.
      const hasOwn = hasOwnWords(settings, text);
      if (!hasOwn && !definition.appliesTo && !definition.inComments && !isOfInterest(text)) return {};
      // Tests are many and long: their paths are asked before their texts are.
      if (!definition.inTests && !settings.tests && isTest(context)) return {};
      if (!hasOwn && !(isAsked(code) && isMentioned(text))) return {};
      const file = fileOf(context, settings);
      if (!file) return {};
      return {
        Program() {
          for (const finding of definition.check(file, context.options as unknown as Options)) report(context, finding);
        },
      };
    },
  };
}

let latest: { readonly filename: string; readonly cwd: string; readonly isTest: boolean } | undefined;

/** Whether a file is a test, which all rules ask of one file before the next. */
function isTest({ filename, cwd }: Rule.RuleContext): boolean {
  if (latest?.filename !== filename || latest.cwd !== cwd)
    latest = { filename, cwd, isTest: isTestFile(filePathOf({ filename, cwd }), cwd) };
  return latest.isTest;
}

function report(context: Rule.RuleContext, finding: Finding): void {
  const { sourceCode } = context;
  const [start, end] = finding.range;
  context.report({
    loc: { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) },
    messageId: finding.messageId,
    data: { ...finding.data },
    suggest: (finding.suggestions ?? []).map((suggestion) => ({
      messageId: suggestion.messageId,
      data: { ...suggestion.data },
      fix: (fixer) => suggestion.edits.map(({ range, text }) => fixer.replaceTextRange([range[0], range[1]], text)),
    })),
  });
}
