import colors from 'picocolors';

/** Colours for a terminal, and none for files, programs and users who do not want them: `--no-color`, `NO_COLOR`. */
export function paintFor(isTerminal: boolean, noColor: boolean): ReturnType<typeof colors.createColors> {
  return colors.createColors(isTerminal && !noColor && !process.env['NO_COLOR']);
}
