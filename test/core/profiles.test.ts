// What is a server profile's own matter is said once, on the profile, and what is a mailbox's stays with it: by the step that
// broke, by who keeps the login, by what the server said, by how many met it. And what the platform would do and whom it
// would tell.

import { describe, expect, test } from 'vitest';
import type { Evidence, LocalProblem, Observation } from '../../src/core/mail/evidence.ts';
import type { StepName, StepOutcome } from '../../src/core/mail/step.ts';
import { effectiveProfile } from '../../src/core/records/profile-defaults.ts';
import { exampleNow, type Change } from '../../src/core/rules/example.ts';
import { sessionThat } from '../../src/core/rules/session-example.ts';
import { tokenThat } from '../../src/core/rules/token-example.ts';
import { worldWith } from '../../src/core/rules/healthy-world.ts';
import { expectedAlerts } from '../../src/core/rules/expected-alerts.ts';
import { judgeMailbox } from '../../src/core/rules/judge-mailbox.ts';
import { judgeProfiles } from '../../src/core/rules/judge-profiles.ts';
import { ruleOf } from '../../src/core/rules/judge.ts';
import { profileMatterOf } from '../../src/core/rules/profile-matter.ts';
import { recordsWith } from './records-of.ts';

const now = new Date(exampleNow);
type Ends = Partial<Record<StepName, StepOutcome>>;

const refused = (code: string, enhanced: string | undefined, text: string): StepOutcome => ({
  outcome: 'refused',
  reply: { code, text, ...(enhanced === undefined ? {} : { enhanced }) },
});
const nothingListens: Ends = {
  connect: { outcome: 'failed', error: 'ECONNREFUSED', message: 'connect ECONNREFUSED 192.0.2.1:587' },
};
const wrongPassword: Ends = { login: refused('535', '5.7.8', 'authentication failed') };
const leftOut: Ends = { login: { outcome: 'not-tried', because: 'refused-before' } };
const fine: Ends = {};

const keptByProfile = {
  incomingCredentialRetrieval: 'profile',
  incomingUserName: 'sales@example.com',
  incomingPassword: { env: 'SALES' },
};

/** The mailboxes admin, support and sales, and how sending ended for each; nothing was fetched. */
function run(ends: readonly Ends[], change: Change = {}, others: readonly LocalProblem[] = []) {
  const records = recordsWith({
    ...change,
    queues: {
      'sales-queue': {
        name: 'Sales',
        emailAddress: 'sales@example.com',
        state: 'active',
        defaultMailbox: 'sales',
      },
    },
    mailboxes: { ...change.mailboxes, sales: salesMailbox() },
  });
  const ids = ['admin', 'support', 'sales'];
  const observations = ends.map((each, index): Observation =>
    sessionThat(each, { mailbox: ids[index] ?? '', request: `${ids[index]}:outgoing` }),
  );
  const evidence: Evidence = { version: 1, at: exampleNow, observations: [...observations, ...others] };
  const judged = judgeProfiles(
    ids.slice(0, Math.max(ends.length, others.length)).map((id) => {
      const mailbox = records.mailboxes.find((entry) => entry.id === id);
      if (mailbox === undefined) throw new Error(`no mailbox ${id}`);
      return { mailbox, report: judgeMailbox(mailbox, records, evidence, now) };
    }),
    records,
  );
  const { mailboxes, profiles } = judged;
  return {
    ...judged,
    alerts: expectedAlerts(mailboxes, profiles, records),
    onProfile: profiles.flatMap(({ findings }) => findings.map(({ code }) => code)),
    atMailboxes: mailboxes.map(({ findings }) => findings.map(({ code }) => code)),
    outgoing: mailboxes.map(({ directions }) => directions.find(({ direction }) => direction === 'outgoing')),
  };
}

function salesMailbox() {
  const [admin] = worldWith()['mailboxes'] as Record<string, unknown>[];
  return {
    ...admin,
    id: 'sales',
    name: 'Sales',
    emailAddress: 'sales@example.com',
    regarding: 'sales-queue',
    owner: 'sales-team',
  };
}

describe('where a failure is said', () => {
  const ofServer: [string, Ends[], Change?][] = [
    ['nothing listens on the port', [nothingListens, nothingListens, nothingListens]],
    [
      'the certificate has expired',
      threeTimes({ tls: { outcome: 'rejected', reason: 'certificate-expired' } }),
    ],
    ['the greeting is a refusal', threeTimes({ greeting: refused('554', undefined, 'no service') })],
    [
      'no login is offered',
      threeTimes({ login: { outcome: 'rejected', reason: 'authentication-not-offered' } }),
    ],
    [
      'the login that the profile keeps is refused',
      threeTimes(wrongPassword),
      { profiles: { contoso: keptByProfile } },
    ],
    [
      'SMTP AUTH is off for the whole tenant',
      threeTimes({
        login: refused('535', '5.7.139', 'SmtpClientAuthentication is disabled for the Tenant.'),
      }),
    ],
    [
      'the server has no room',
      threeTimes({ sender: refused('452', '4.3.1', 'Insufficient system storage') }),
    ],
    ['the server closes its service', threeTimes({ sender: refused('421', undefined, 'closing') })],
    ['no login of any mailbox is answered', threeTimes({ login: { outcome: 'closed' } })],
    ['two of three meet it', [nothingListens, nothingListens, fine]],
  ];
  test.each(ofServer)('%s: once, on the profile', (_, ends, change) => {
    const { onProfile, atMailboxes, outgoing } = run(ends, change);
    expect(onProfile).toHaveLength(1);
    expect(atMailboxes).toEqual([[], [], []]);
    const failed = outgoing.filter((each) => each?.verdict === 'failure');
    expect(failed.map((each) => each?.onProfile)).toEqual(failed.map(() => onProfile[0]));
    expect(failed.length).toBeGreaterThan(1);
  });

  const ofMailboxes: [string, Ends[], Change?][] = [
    ['each login of their own is refused', threeTimes(wrongPassword)],
    [
      'SMTP AUTH is off for the mailbox',
      threeTimes({
        login: refused('535', '5.7.139', 'SmtpClientAuthentication is disabled for the Mailbox.'),
      }),
    ],
    ['the mailbox is busy', threeTimes({ sender: refused('450', '4.2.1', 'mailbox busy') })],
    ['the sender is refused', threeTimes({ sender: refused('553', '5.7.1', 'sender address rejected') })],
    [
      'the sender is refused, though the profile keeps the login',
      threeTimes({ sender: refused('553', '5.7.1', 'sender address rejected') }),
      { profiles: { contoso: keptByProfile } },
    ],
    [
      'not every login goes unanswered',
      [{ login: { outcome: 'closed' } }, { login: { outcome: 'closed' } }, fine],
    ],
    ['one of three meets it', [nothingListens, fine, fine]],
    [
      'one user has too many sessions',
      [{ login: refused('421', '4.7.0', 'Too many invalid logins') }, fine, fine],
    ],
    [
      'one address has no route',
      [{ recipient: refused('550', '5.4.4', 'no route to the host') }, fine, fine],
    ],
    ['it is the only one that was looked at', [nothingListens]],
  ];
  test.each(ofMailboxes)('%s: with the mailbox', (_, ends, change) => {
    const { onProfile, atMailboxes, outgoing } = run(ends, change);
    expect(onProfile).toEqual([]);
    const failed = outgoing.filter((each) => each?.verdict === 'failure');
    expect(failed.length).toBeGreaterThan(0);
    expect(atMailboxes.filter((codes) => codes.length === 1)).toHaveLength(failed.length);
    for (const each of failed) expect(each).toMatchObject({ finding: { stage: 'server' } });
  });

  test.each([
    [true, { login: refused('421', '4.3.2', 'closing') }],
    [false, { login: refused('421', '4.7.0', 'Too many invalid logins') }],
    [true, { recipient: refused('452', '4.3.1', 'Insufficient system storage') }],
    [false, { recipient: refused('550', '5.4.4', 'no route to the host') }],
  ] as [boolean, Ends][])('of one mailbox alone, said to concern all of the profile: %s, %j', (all, ends) => {
    const [report] = run([ends]).mailboxes;
    const [finding] = report?.findings ?? [];
    expect(finding?.profile !== undefined).toBe(all);
  });

  test('an application that the profile names: where it is refused for every mailbox, not where it lacks a right to some', () => {
    const change = { profiles: { contoso: { incomingCredentialRetrieval: 'azure-ad-oauth' } } };
    const said = (ends: Ends[]) => {
      const { onProfile, atMailboxes } = run(ends, change);
      return [onProfile.filter((code) => code === 'MC517'), atMailboxes];
    };
    expect(said(threeTimes(wrongPassword))).toEqual([['MC517'], [[], [], []]]);
    expect(said([wrongPassword, wrongPassword, fine])).toEqual([[], [['MC517'], ['MC517'], []]]);
  });

  test('an access token: of the application it is one for all, of a user it is his own, unless nobody gets one', () => {
    const side = effectiveProfile({ serverType: 'imap-smtp' }).outgoing;
    const matter = (outcome: StepOutcome, credentialRetrieval: typeof side.credentialRetrieval) => {
      const step = { step: 'token' as StepName, milliseconds: 1, ...outcome };
      return profileMatterOf({ ...sessionThat({}), steps: [step] }, { ...side, credentialRetrieval });
    };
    const invalid = refused('400', 'invalid_grant', 'Token has been expired or revoked.');
    const silent: StepOutcome = { outcome: 'timed-out', afterMilliseconds: 30_000, receivedBytes: 0 };
    expect(matter(invalid, 'azure-ad-oauth')).toBe('credentials');
    expect(matter(invalid, 'gmail-oauth')).toBeUndefined();
    expect(matter(silent, 'gmail-oauth')).toBe('server-if-all');
  });

  test.each([
    ['invalid_grant', 'AADSTS53003', 'client-credentials', 'credentials'],
    ['invalid_grant', 'AADSTS53003', 'refresh-token', undefined],
    ['invalid_client', 'AADSTS7000222', 'refresh-token', 'credentials'],
    ['unauthorized_client', undefined, 'service-account', 'credentials'],
    ['invalid_grant', undefined, 'service-account', undefined],
    ['429', undefined, 'refresh-token', 'server-if-all'],
  ] as const)('the token endpoint says %s %s to a %s: %s', (code, number, grant, matter) => {
    const side = {
      ...effectiveProfile({ serverType: 'imap-smtp' }).outgoing,
      credentialRetrieval: 'azure-ad-oauth' as const,
    };
    const authority = grant === 'service-account' ? 'google' : 'microsoft';
    const reply = {
      code,
      text: code === 'invalid_grant' ? 'Invalid email or User ID' : 'no',
      ...(number === undefined ? {} : { enhanced: number }),
    };
    expect(profileMatterOf(tokenThat({ outcome: 'refused', reply }, { grant, authority }), side)).toBe(
      matter,
    );
  });

  test('with its mailboxes, the first of them by name, and how many got past it', () => {
    const [finding] = run([nothingListens, nothingListens, fine]).profiles[0]?.findings ?? [];
    if (finding === undefined) throw new Error('there is a finding');
    expect(finding).toMatchObject({
      code: 'MC503',
      profile: {
        name: 'Contoso POP3-SMTP',
        mailboxes: ['admin@example.com', 'support@example.com'],
        of: 3,
      },
    });
    const { message, fix } = ruleOf('MC503');
    expect(message(finding, 'en')).toContain(
      '2 of the 3 mailboxes of the server profile "Contoso POP3-SMTP"',
    );
    expect(message(finding, 'ja')).toContain(
      'メールボックス3件のうち2件に当てはまります: admin@example.com、',
    );
    expect(fix(finding, 'en').at(-1)?.do).toBe(
      'Test again: mailcheck test-mailbox --profile "Contoso POP3-SMTP"',
    );
    const many = { ...finding, profile: { name: 'X', mailboxes: Array.from('abcdefgh'), of: 8 } };
    expect(message(many, 'en')).toContain(
      'all 8 mailboxes of the server profile "X" in this run: a, b, c and 5 more.',
    );
    expect(message(many, 'ja')).toContain('a、b、c、ほか5件');
  });

  test('one mailbox alone: still no matter of that mailbox alone, unless it is', () => {
    const server = run([nothingListens]).mailboxes[0]?.findings[0];
    const own = run([wrongPassword]).mailboxes[0]?.findings[0];
    if (server === undefined || own === undefined) throw new Error('both are found');
    expect(ruleOf('MC503').message(server, 'en')).toContain('it concerns every mailbox that uses it');
    expect(ruleOf('MC503').message(server, 'ja')).toContain('使うメールボックスすべてに関わります');
    expect(own.profile).toBeUndefined();
    const kept = run([wrongPassword], { profiles: { contoso: keptByProfile } }).mailboxes[0]?.findings[0];
    if (kept === undefined) throw new Error('it is found');
    expect(ruleOf('MC517').message(kept, 'en')).toContain(
      'refused the login of the server profile "Contoso POP3-SMTP"',
    );
    expect(ruleOf('MC517').message(own, 'en')).toContain('refused the login of admin@example.com');
  });

  test('what the record of the profile says is said once as well, and stops its mailboxes as before', () => {
    const change = { profiles: { contoso: { state: 'inactive' } } };
    const { onProfile, atMailboxes, mailboxes } = run([fine, fine, fine], change);
    expect(onProfile).toEqual(['MC401']);
    expect(atMailboxes).toEqual([[], [], []]);
    expect(mailboxes.map(({ verdict, onProfile: codes }) => [verdict, codes])).toEqual(
      mailboxes.map(() => ['failure', ['MC401']]),
    );
    expect(run([fine], change)).toMatchObject({ onProfile: [], atMailboxes: [['MC401']] });
  });

  test('a key that a login needs is missing once where the profile lacks it, and at each mailbox that lacks it', () => {
    const withoutPassword = { ...keptByProfile, incomingPassword: undefined, isIncomingPasswordSet: true };
    const { onProfile, atMailboxes, mailboxes } = run([fine, fine, fine], {
      profiles: { contoso: withoutPassword },
    });
    expect(onProfile).toEqual(['MC310']);
    expect(atMailboxes).toEqual([[], [], []]);
    expect(mailboxes.map((report) => report.onProfile)).toEqual([['MC310'], ['MC310'], ['MC310']]);
    const own = { admin: { password: undefined }, support: { password: undefined } };
    expect(run([fine, fine, fine], { mailboxes: own })).toMatchObject({
      onProfile: [],
      atMailboxes: [['MC310'], ['MC310'], []],
    });
  });

  test('a password of the profile that cannot be read is one problem', () => {
    const local = ['admin', 'support', 'sales'].map((mailbox): LocalProblem => ({
      kind: 'local',
      request: `${mailbox}:outgoing`,
      mailbox,
      direction: 'outgoing',
      problem: 'secret-missing',
      detail: 'env SALES (not set)',
    }));
    const kept = run([], { profiles: { contoso: keptByProfile } }, local);
    expect(kept.profiles[0]?.problems).toEqual([
      {
        problem: 'secret-missing',
        detail: 'env SALES (not set)',
        directions: ['outgoing'],
        mailboxes: ['admin@example.com', 'support@example.com', 'sales@example.com'],
      },
    ]);
    expect(kept.mailboxes.map(({ verdict, onProfile }) => [verdict, onProfile])).toEqual(
      local.map(() => ['unknown', ['secret-missing']]),
    );
    // Where each mailbox has its own, the same words are three problems.
    expect(run([], {}, local).profiles[0]?.problems).toEqual([]);
  });
});

describe('a login that the profile keeps, refused once', () => {
  const change = { profiles: { contoso: keptByProfile } };

  test('is refused for all: the others were left out because of it', () => {
    const { onProfile, profiles, outgoing, mailboxes } = run([wrongPassword, leftOut, leftOut], change);
    expect(onProfile).toEqual(['MC517']);
    expect(profiles[0]?.findings[0]?.profile).toMatchObject({ of: 3, mailboxes: { length: 3 } });
    expect(mailboxes.map(({ verdict }) => verdict)).toEqual(['failure', 'failure', 'failure']);
    for (const each of outgoing)
      expect(each).toMatchObject({
        verdict: 'failure',
        class: 'credential',
        onProfile: 'MC517',
        platform: 'disables',
      });
  });

  test('says nothing of a mailbox with the same password of its own', () => {
    const { outgoing, atMailboxes } = run([wrongPassword, leftOut, leftOut]);
    expect(atMailboxes).toEqual([['MC517'], ['MC527'], ['MC527']]);
    expect(outgoing.map((each) => [each?.verdict, each?.platform])).toEqual([
      ['failure', 'disables'],
      ['unknown', undefined],
      ['unknown', undefined],
    ]);
  });
});

describe('what the platform would do', () => {
  test.each<[string, Ends, string | undefined]>([
    ['works', fine, 'enables'],
    ['permanent', wrongPassword, 'disables'],
    ['may pass', nothingListens, 'tries-again'],
    ['the server says later', { sender: refused('450', '4.2.1', 'busy') }, 'tries-again'],
    [
      'this machine has no route',
      { connect: { outcome: 'failed', error: 'ENETUNREACH', message: '' } },
      undefined,
    ],
    [
      'only logged in',
      {
        sender: { outcome: 'not-tried', because: 'not-asked' },
        queued: { outcome: 'not-tried', because: 'not-asked' },
      },
      undefined,
    ],
  ])('%s', (_, ends, act) => {
    expect(run([ends]).outgoing[0]?.platform).toBe(act);
  });
});

describe('whom the platform would tell', () => {
  const hanako = { name: 'Admin Hanako', address: 'admin@example.com' };
  const profileOwned = { profiles: { contoso: { owner: 'admin-user' } } };

  test('of an error of the profile: its owner, who has to act, and no owner of a mailbox', () => {
    const change = { profiles: { contoso: { ...keptByProfile, owner: 'admin-user' } } };
    expect(run(threeTimes(wrongPassword), change).alerts).toEqual([
      {
        level: 'error',
        about: 'profile',
        profile: 'contoso',
        mailboxes: ['admin@example.com', 'support@example.com', 'sales@example.com'],
        directions: ['outgoing'],
        finding: 'MC517',
        written: true,
        tells: [{ as: 'profile-owner', acts: true, ...hanako }],
      },
    ]);
  });

  test('the owners of the mailboxes as well where the environment says so, each once, and they need not act', () => {
    const change = {
      profiles: { contoso: { ...keptByProfile, owner: 'admin-user' } },
      environment: { notifyMailboxOwnerOfEmailServerLevelAlerts: true },
    };
    expect(run(threeTimes(wrongPassword), change).alerts[0]?.tells).toEqual([
      { as: 'profile-owner', acts: true, ...hanako },
      { as: 'mailbox-owner', acts: false, ...hanako },
      { as: 'mailbox-owner', acts: false, name: 'Sales' },
    ]);
  });

  test('of an error of a mailbox: its owner, who has to act, and the owner of the profile; of success the first alone', () => {
    const { alerts } = run([fine, wrongPassword, fine], profileOwned);
    expect(alerts.map(({ level, about, mailboxes }) => [level, about, mailboxes])).toEqual([
      ['information', 'mailbox', ['admin@example.com']],
      ['error', 'mailbox', ['support@example.com']],
      ['information', 'mailbox', ['sales@example.com']],
    ]);
    expect(alerts[1]?.tells).toEqual([
      { as: 'mailbox-owner', acts: true, ...hanako },
      { as: 'profile-owner', acts: false, ...hanako },
    ]);
    expect(alerts[2]?.tells).toEqual([{ as: 'mailbox-owner', acts: false, name: 'Sales' }]);
  });

  test('of what may pass: a warning, for which nobody has to act, unless no warnings are written', () => {
    const [alert] = run(threeTimes(nothingListens), profileOwned).alerts;
    expect(alert).toMatchObject({ level: 'warning', written: true, tells: [{ acts: false }] });
    const environment = { generateAlertsForWarnings: false };
    const silent = { ...profileOwned, environment };
    expect(run(threeTimes(nothingListens), silent).alerts[0]?.written).toBe(false);
    const errors = run([wrongPassword, wrongPassword], silent).alerts;
    expect(errors.map(({ written }) => written)).toEqual([true, true]);
  });

  test('an owner who is not recorded is said to be unknown, with the key that would tell', () => {
    const { alerts } = run([wrongPassword], { mailboxes: { admin: { owner: undefined } } });
    expect(alerts[0]?.tells).toMatchObject([
      { as: 'mailbox-owner', add: { kind: 'mailboxes', id: 'admin', key: 'owner' } },
      { as: 'profile-owner', add: { kind: 'profiles', id: 'contoso', key: 'owner' } },
    ]);
    const address = { profiles: { contoso: { ownerEmailAddress: 'it@example.com' } } };
    expect(run([wrongPassword], address).alerts[0]?.tells[1]).toEqual({
      as: 'profile-owner',
      acts: false,
      address: 'it@example.com',
    });
  });

  test('by e-mail too where more than half of the mailboxes fail and sendEmailAlert says so', () => {
    const change = { profiles: { contoso: { owner: 'admin-user', sendEmailAlert: true } } };
    expect(run([nothingListens, nothingListens, fine], change).profiles[0]?.emailAlert).toEqual({
      sendEmailAlert: true,
      failed: 2,
      of: 3,
      to: { as: 'profile-owner', acts: false, ...hanako },
    });
    expect(run([nothingListens, fine, fine], change).profiles[0]?.emailAlert).toBeUndefined();
  });
});

function threeTimes(ends: Ends): Ends[] {
  return [ends, ends, ends];
}
