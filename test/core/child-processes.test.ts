// A process that leaves the mail to a child process: whose steps run, as whom they send, and what is said of a child that is
// not known, is off or sends nothing.

import { describe, expect, test } from 'vitest';
import { contactsThatDiffer, pathsToCheck } from '../../src/core/delivery/paths-to-check.ts';
import { pathsOfSteps, resolve } from '../../src/core/delivery/path.ts';
import type { Message } from '../../src/core/delivery/message.ts';
import { exampleNow } from '../../src/core/rules/example.ts';
import { judgePath } from '../../src/core/rules/judge-path.ts';
import { judgeRecords } from '../../src/core/rules/judge-records.ts';
import { ruleOf } from '../../src/core/rules/judge.ts';
import { recordsWith } from './records-of.ts';

const confirmation: Message = { kind: 'email-confirmation', to: 'taro@example.com' };
const now = new Date(exampleNow);

const byUser = { name: 'To the visitor', from: { user: 'admin-user' }, to: 'contact' };
const byQueue = { name: 'Copy', from: { queue: 'support-queue' }, to: 'contact' };
const letter = {
  name: 'Letter',
  category: 'workflow',
  mode: 'background',
  state: 'activated',
  primaryEntity: 'contact',
  owner: 'admin-user',
};

function records(own: object, children: Record<string, Record<string, unknown>>) {
  return recordsWith({ processes: { confirmation: { sendEmailSteps: [], ...own }, ...children } });
}

function judged(own: object, children: Record<string, Record<string, unknown>>) {
  const report = judgePath(resolve(records(own, children), confirmation), undefined, now);
  return {
    verdict: report.verdict,
    cause: report.cause?.code,
    found: report.findings.map(({ code, severity }) => `${code} ${severity}`),
    report,
  };
}

describe('the steps', () => {
  test("a child's steps follow the process's own, and are looked at where they are written", () => {
    const path = resolve(
      records(
        { sendEmailSteps: [byUser], childProcesses: [{ process: 'letter', conditional: true }] },
        { letter: { ...letter, sendEmailSteps: [byQueue] } },
      ),
      confirmation,
    );
    expect(
      path.steps.map(({ index, step, process }) => [index, step.name, step.conditional, process.id]),
    ).toEqual([
      [0, 'To the visitor', undefined, 'confirmation'],
      [1, 'Letter > Copy', true, 'letter'],
    ]);
    const [own, child] = pathsOfSteps(path);
    expect(own?.process.found?.id).toBe('confirmation');
    expect(child?.process.found?.id).toBe('letter');
    // The portal's identity runs its own action; in whose name a child acts is not confirmed.
    expect(own?.sender.actsAs?.id).toBe('portal-user');
    expect(child?.sender.actsAs).toBeUndefined();
  });

  test('children in a circle, and a child that is started by two, are looked into once', () => {
    const path = resolve(
      records(
        { childProcesses: [{ process: 'a' }, { process: 'b' }] },
        {
          a: {
            name: 'A',
            state: 'activated',
            childProcesses: [{ process: 'c' }, { process: 'confirmation' }],
          },
          b: { name: 'B', state: 'activated', childProcesses: [{ process: 'c' }, { process: 'a' }] },
          c: { name: 'C', state: 'activated', sendEmailSteps: [byUser] },
        },
      ),
      confirmation,
    );
    expect(path.steps.map(({ process }) => process.id)).toEqual(['c']);
    expect(judgePath(path, undefined, now).findings).toEqual([]);
  });

  test('a child whose own child was met before sends what that one sends', () => {
    const starts = (...children: string[]) => ({
      state: 'activated',
      sendEmailSteps: [],
      childProcesses: children.map((process) => ({ process })),
    });
    const { children } = resolve(
      records(starts('a', 'b'), {
        a: { name: 'A', ...starts('c') },
        b: { name: 'B', ...starts('c') },
        c: { name: 'C', state: 'activated', sendEmailSteps: [byUser] },
      }),
      confirmation,
    );
    expect(children.map(({ name, sends }) => `${name} ${sends}`)).toEqual(['A true', 'C true', 'B true']);
  });

  test('steps of a child without names are told apart by their numbers', () => {
    const path = resolve(
      records(
        { childProcesses: [{ process: 'letter' }] },
        {
          letter: { ...letter, sendEmailSteps: [{ from: 'owner' }, { from: { user: 'admin-user' } }] },
        },
      ),
      confirmation,
    );
    expect(path.steps.map(({ step }) => step.name)).toEqual(['Letter > 1', 'Letter > 2']);
  });

  test('a process that starts only itself has no step', () => {
    expect(judged({ childProcesses: [{ process: 'confirmation' }] }, {}).found).toContain('MC213 error');
  });

  test.each([
    ['none of them sends', [], { found: ['MC235 error'], cause: 'MC235' }],
    ['what one of them sends is not recorded', undefined, { found: ['MC234 unknown'], cause: undefined }],
    ['one of them sends', [byUser], { found: [], cause: undefined }],
  ])('processes that start each other: %s', (_, sendEmailSteps, expected) => {
    const { found, cause } = judged(
      { childProcesses: [{ process: 'a' }] },
      {
        a: { ...letter, name: 'A', sendEmailSteps: [], childProcesses: [{ process: 'b' }] },
        b: {
          ...letter,
          name: 'B',
          ...(sendEmailSteps === undefined ? {} : { sendEmailSteps }),
          childProcesses: [{ process: 'a' }, { process: 'confirmation' }],
        },
      },
    );
    expect({ found, cause }).toEqual(expected);
  });

  test('a fault of a step of the child names the child and its line', () => {
    const { report, cause } = judged(
      { childProcesses: [{ process: 'Letter' }] },
      { letter: { ...letter, sendEmailSteps: [{ ...byUser, to: 'empty' }] } },
    );
    expect(cause).toBe('MC226');
    if (report.cause === undefined) throw new Error('no cause');
    const { message, fix } = ruleOf('MC226');
    expect(message(report.cause, 'en')).toContain('Send E-mail step of "Letter"');
    expect(fix(report.cause, 'en')[0]?.do).toContain('Open the process "Letter"');
  });
});

describe('what is said of a child', () => {
  test.each([
    ['draft, always started, beside a step that sends', [byUser], { process: 'letter' }, 'draft', 'error'],
    [
      'draft, started under a condition, beside one that sends',
      [byUser],
      { process: 'letter', conditional: true },
      'draft',
      'warning',
    ],
    [
      'draft, started under a condition, alone',
      [],
      { process: 'letter', conditional: true },
      'draft',
      'error',
    ],
    ['without a step, beside one that sends', [byUser], { process: 'letter' }, 'activated', 'warning'],
    ['without a step, alone', [], { process: 'letter' }, 'activated', 'error'],
  ])('%s', (_, sendEmailSteps, start, state, severity) => {
    const { found } = judged(
      { sendEmailSteps, childProcesses: [start] },
      { letter: { ...letter, state, sendEmailSteps: [] } },
    );
    expect(found).toEqual([`MC235 ${severity}`]);
  });

  test('beside one that is not recorded, a child that is off does not decide', () => {
    const { verdict, found } = judged(
      {
        childProcesses: [
          { process: 'Post', conditional: true },
          { process: 'letter', conditional: true },
        ],
      },
      { letter: { ...letter, state: 'draft' } },
    );
    expect(found).toEqual(['MC234 unknown', 'MC235 warning']);
    expect(verdict).toBe('unknown');
  });

  test('two processes of its name: the child is not guessed, and their ids are named', () => {
    const { report, found } = judged(
      { childProcesses: [{ process: 'Letter' }] },
      { one: letter, two: letter },
    );
    expect(found).toEqual(['MC234 unknown']);
    const [finding] = report.findings;
    if (finding === undefined) throw new Error('nothing found');
    expect(ruleOf('MC234').message(finding, 'en')).toContain('one, two');
  });
});

describe('in all records', () => {
  const all = records(
    { childProcesses: [{ process: 'letter' }] },
    { letter: { ...letter, sendEmailSteps: [{ from: 'owner', to: 'contact' }] } },
  );

  test('From of the child decides which contacts differ', () => {
    const process = all.processes.find(({ id }) => id === 'confirmation');
    if (process === undefined) throw new Error('no process');
    expect(contactsThatDiffer(all, process).map(({ id }) => id)).toEqual(['taro']);
    expect(pathsToCheck(all)).toContainEqual({ kind: 'email-confirmation', to: 'taro' });
  });

  test('the scope of a child starts nothing, unlike that of a process that no other starts', () => {
    const scoped = (start: object) =>
      judgeRecords(
        records(start, { letter: { ...letter, scope: 'user', sendEmailSteps: [byQueue] } }),
        now,
      ).map(({ code, severity }) => `${code} ${severity}`);
    expect(scoped({ sendEmailSteps: [byUser], childProcesses: [{ process: 'letter' }] })).toEqual([]);
    expect(scoped({ sendEmailSteps: [byUser] })).toEqual(['MC224 error']);
  });

  test('the fault of the child is found once, though both are checked', () => {
    expect(judgeRecords(all, now).map(({ code }) => code)).toEqual(['MC201']);
  });
});
