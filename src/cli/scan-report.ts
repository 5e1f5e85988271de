import path from 'node:path';
import type { MigrationPlan } from '../migration/migration-plan.ts';
import { DEFAULT_PLAN, planMigration } from '../migration/plan.ts';
import type { MigrationOutlook } from '../report/scan-page.ts';
import { scanPage } from '../report/scan-page.ts';
import type { ScanResult } from '../report/scan-result.ts';
import type { Settings } from '../syntax/settings.ts';
import { statusOf } from './print-plan.ts';

/** The page of a scan, with what a migration of the same folder would do. */
export function reportOf(result: ScanResult, settings: Settings): string {
  return scanPage(path.basename(result.root), result, outlookOf(planMigration(result.root, { ...DEFAULT_PLAN, settings })));
}

function outlookOf({ root, files, refusals, todos, left }: MigrationPlan): MigrationOutlook {
  return {
    files: files.map(({ path: file, before, after }) => ({
      path: path.relative(root, file),
      change: statusOf(before, after),
    })),
    refusals: refusals.map(({ text }) => text),
    left: [
      ...todos.map(({ file, line, text }) => `${file}:${String(line)} ${text}`),
      ...left.map(({ file, line, text }) => (file === undefined ? text : `${file}:${String(line)} ${text}`)),
    ],
  };
}
