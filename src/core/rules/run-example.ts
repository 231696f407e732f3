// Knows how a rule's own example is put before the rule: for the rules' tests, and for `explain`, which shows one.
// Pure: made-up records in, findings out.

import { found } from '../delivery/found.ts';
import { rowOf } from '../delivery/email-rows.ts';
import { traceOf } from '../delivery/trace.ts';
import { emailFacts } from './judge-emails.ts';
import { contactName } from './path-names.ts';
import { resolve } from '../delivery/path.ts';
import { siteSettings } from '../delivery/site-settings.ts';
import { effectiveProfile } from '../records/profile-defaults.ts';
import { readRecords } from '../records/read.ts';
import { exampleNow, type Example } from './example.ts';
import { worldWith } from './healthy-world.ts';
import { guestFacts, mailboxFacts } from './judge.ts';
import { confirmationOf } from './judge-path.ts';
import { factsOnPath } from './judge-alerts.ts';
import type { Finding, Rule } from './rule.ts';

/** Everything that a rule finds in the environment of its example; empty where the example lacks the rule's subject. */
export function runExample(rule: Rule, example: Example): Finding[] {
  const where = () => ({ file: 'example', line: 1, column: 1 });
  const { records } = readRecords([{ value: worldWith(example.change), where }]);
  const now = new Date(example.now ?? exampleNow);
  const mailbox = records.mailboxes.find(({ id }) => id === (example.mailbox ?? 'admin'));
  const profile = records.profiles.find(({ id }) => id === (example.profile ?? 'contoso'));
  switch (rule.subject) {
    case 'records':
      return rule.run({ records, now });
    case 'path': {
      const message = example.message ?? { kind: 'email-confirmation', to: 'taro@example.com' };
      const path = resolve(records, message);
      return rule.run({ path, records, now, ...confirmationOf(path, now) });
    }
    case 'settings': {
      const ofMessage = example.message === undefined ? {} : { message: example.message.kind };
      return rule.run({ settings: siteSettings(records, records.sites[0]), ...ofMessage, records, now });
    }
    case 'mailbox':
      if (mailbox === undefined) return [];
      return rule.run(
        mailboxFacts(
          mailbox,
          records,
          example.purpose ?? 'send',
          now,
          example.message === undefined ? {} : { message: example.message.kind },
        ),
      );
    case 'guest': {
      const asked = example.message ?? { kind: 'guest-passcode', to: 'teri@partner.example' };
      const { found: guest } = found(records, ['guests'], asked.to ?? '');
      return rule.run(guestFacts(guest, records, asked, now));
    }
    case 'profile': {
      if (profile === undefined) return [];
      const { environment } = records;
      return rule.run({ profile, effective: effectiveProfile(profile.fields), environment, records, now });
    }
    case 'email': {
      const message = example.message ?? { kind: 'email-confirmation', to: 'taro@example.com' };
      const path = resolve(records, message);
      const email = rowOf(path);
      if (email === undefined) return [];
      const { kind } = message;
      const onPath = { to: contactName(path), kind, predicted: traceOf(path), mailbox: path.mailbox.found };
      return rule.run(emailFacts(email, records, now, onPath));
    }
    case 'alert':
      return factsOnPath(mailbox, profile, records, [], now).flatMap((facts) => rule.run(facts));
    case 'session': {
      const { session: observation, otherSessions = [] } = example;
      if (observation === undefined) return [];
      return rule.run({
        observation,
        observations: [...otherSessions, observation],
        mailbox,
        profile,
        now,
      });
    }
  }
}
