// What a process used of processors and memory, as it says itself when it ends: other work on the machine is not in it.

/** To be imported by a process that is measured. */
export const REPORT_USAGE = `data:text/javascript,${encodeURIComponent(`
  import process from 'node:process';
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    process.stderr.write('\\nused ' + (userCPUTime + systemCPUTime) + ' ' + maxRSS + '\\n');
  });
`)}`;

/** @returns Seconds of processors and megabytes, as the error stream of a process says them. */
export function usageIn(stderr) {
  const [, microseconds, kilobytes] = /\nused (\d+) (\d+)\n/.exec(stderr);
  return { cpu: Number(microseconds) / 1e6, memory: Number(kilobytes) / 1024 };
}
