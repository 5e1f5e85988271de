import { indentationAt, quoted, styleOf } from '../edits/style.ts';
import { exposuresOfKind } from '../exposures/index.ts';
import type { SecretExposure } from '../exposures/index.ts';
import { SECRET_HINT } from '../exposures/secrets.ts';
import { isPutIntoEnvironment } from '../exposures/secret-places.ts';
import { splitWords } from '../credentials/words.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import type { CodemodContext } from './define-codemod.ts';
import { defineCodemod } from './define-codemod.ts';
import { importPath } from './facts.ts';

/** Has the server stop at its start when a secret is missing, instead of falling back to one that everybody can read. */
export default defineCodemod({
  name: 'require-env-secret',
  description: 'Secrets come from the environment, and the server does not start without them',
  side: 'server',
  hint: SECRET_HINT,
  apply(context) {
    if (context.facts.phase === 'client' || context.facts.phase === 'cleanup' || context.facts.isTest(context.file.path)) return;
    for (const exposure of exposuresOfKind(context.file, 'hardcoded-secret')) {
      const variable = secretVariable(exposure);
      if (isPutIntoEnvironment(context.file, exposure.node)) {
        context.todo(
          exposure.node,
          'secret-in-code',
          `set ${variable} where the server runs, and not in its code: whoever can read the code knows it.`,
        );
        continue;
      }
      if (exposure.literal.parent?.type === 'AssignmentPattern') {
        if (requireInPattern(context, exposure.literal.parent, variable)) continue;
        context.todo(
          exposure.node,
          'secret-default',
          `take ${variable} from the environment and stop the server when it is missing, instead of this default.`,
        );
        continue;
      }
      requireIt(context, exposure.node, variable);
    }
  },
});

function requireIt({ file, changes, facts }: CodemodContext, node: Node, variable: string): void {
  const { parent } = node;
  const key = parent?.type === 'Property' && parent.shorthand ? `${file.text.slice(...parent.key.range)}: ` : '';
  changes.replace(key === '' ? node : parent!, `${key}requireSecret(${quoted(styleOf(file), variable)})`);
  changes.addImport({ source: importPath(file.path, facts.server.requireEnv), imported: 'requireSecret', local: 'requireSecret' });
}

/** `const { JWT_SECRET = 'x' } = process.env` becomes a declaration that has no default. */
function requireInPattern({ file, changes, facts }: CodemodContext, fallback: TSESTree.AssignmentPattern, variable: string): boolean {
  const property = fallback.parent;
  const pattern = property.parent;
  const declarator = pattern?.parent;
  if (
    property.type !== 'Property' ||
    pattern?.type !== 'ObjectPattern' ||
    declarator?.type !== 'VariableDeclarator' ||
    !declarator.init ||
    !/^process\.env$/.test(file.text.slice(...declarator.init.range)) ||
    fallback.left.type !== 'Identifier'
  )
    return false;
  const style = styleOf(file);
  const declared = `${fallback.left.name} = requireSecret(${quoted(style, variable)})`;
  if (pattern.properties.length === 1) changes.replace(declarator, declared);
  else {
    const statement = declarator.parent;
    changes.remove(property);
    changes.insert(
      statement.range[1],
      `${style.lineEnd}${indentationAt(file.text, statement.range[0])}${statement.kind} ${declared}${style.semicolon}`,
    );
  }
  changes.addImport({ source: importPath(file.path, facts.server.requireEnv), imported: 'requireSecret', local: 'requireSecret' });
  return true;
}

/** The variable of the environment that a secret is taken from, once it is no longer written in the code. */
export function secretVariable({ variable, taker }: SecretExposure): string {
  return variable ?? variableFor(taker);
}

/** The variable for a secret that was a literal: `jwtSecret` and `jwt.sign` are JWT_SECRET, `express-session` is SESSION_SECRET. */
function variableFor(taker: SecretExposure['taker']): string {
  if (/^jwt\.|^secret$/.test(taker)) return 'JWT_SECRET';
  if (/session/.test(taker)) return 'SESSION_SECRET';
  if (taker === 'cookie-parser') return 'COOKIE_SECRET';
  const words = splitWords(taker);
  return words.includes('secret') || words.includes('key') ? words.join('_').toUpperCase() : 'JWT_SECRET';
}
