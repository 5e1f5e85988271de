import { gitState } from '../project/git.ts';

/** What of a command's options says that git need not be asked. */
interface Unasked {
  readonly 'dry-run': boolean;
  readonly 'allow-dirty': boolean;
}

/** Why nothing should be written in a folder yet: there would be no way back, or two changes would be mixed. */
export function reasonNotToWrite(root: string, { 'dry-run': isDry, 'allow-dirty': isAllowed }: Unasked): string | undefined {
  if (isDry || isAllowed) return undefined;
  const { isRepository, dirty } = gitState(root);
  if (!isRepository)
    return (
      'httponly: this is not a git repository, so there would be no way back but `httponly undo`. Commit the app ' +
      'first, or add --allow-dirty.'
    );
  if (dirty.length === 0) return undefined;
  const shown = dirty.slice(0, 5).join(', ');
  return (
    `httponly: git has uncommitted changes here (${shown}${dirty.length > 5 ? ', …' : ''}), which would be mixed with ` +
    'what is written. Commit or stash them, or add --allow-dirty.'
  );
}
