import path from 'node:path';
import type { Survey } from '../project/migration-facts.ts';
import { positionOf, textOf } from '../syntax/source-file.ts';
import type { Leftover } from './migration-plan.ts';

/** A `.env` that is read after the modules of a migration are loaded, which read their variables then. */
export function lateEnvironment(root: string, { server }: Survey, phase: string): Leftover[] {
  const late = server?.environment.late;
  if (!late || phase === 'client' || phase === 'cleanup') return [];
  const { file, node } = late;
  return [
    {
      kind: 'hosting',
      file: path.relative(root, file.path),
      line: positionOf(file, node.range[0]).line,
      text:
        `${textOf(file, node).split('\n')[0]!} runs after the modules of the session are loaded, which read NODE_ENV and CLIENT_ORIGIN ` +
        'then: from a `.env` they would come too late. Put the call into a module of its own and import that before all others.',
    },
  ];
}
