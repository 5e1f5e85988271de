import { it } from 'vitest';
import * as plan from '../src/migration/plan.ts';
import { discover } from '../src/project/discover.ts';
import { Project } from '../src/project/project.ts';
import { surveyApp } from '../src/migration/survey.ts';
import { checkedResult } from '../src/migration/checked.ts';
it('x', () => {
  const root = process.env['APP']!;
  const o = { phase: 'all', csrf: 'origin', exchange: false, tokenEndpoint: false, noBearer: false, withMarks: true } as never;
  const made = plan.planMigration(root, o);
  const planned = new Map(made.files.flatMap((f) => (f.after === undefined ? [] : [[f.path, f.after] as const])));
  const project = new Project(root, [...new Set([...discover(root).files, ...planned.keys()])], undefined, { planned });
  project.learn();
  const app = surveyApp(project, o);
  console.log(JSON.stringify(app.survey.topology), app.survey.facts.server.sessionCookie.path, made.survey.facts.server.sessionCookie.path);
  console.log(plan.secondPlan(project, o));
});
