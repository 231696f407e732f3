// MC822: the record of the guest has no address.

import { entraSteps, guestName, guestSources } from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC822',
  subject: 'guest',
  stage: 'recipient',
  severity: 'unknown',
  check: (facts) =>
    facts.guest !== undefined && facts.guest.fields.emailAddress === undefined
      ? [{ params: { guest: guestName(facts) }, where: facts.guest.where() }]
      : [],
  en: {
    title: 'The address of the guest is not recorded',
    why: 'The passcode goes to the address that was invited, and whether its domain is federated is seen from it.',
    message: ({ guest }) => `The record of ${guest} has no emailAddress.`,
    fix: ({ guest }) => [entraSteps.en.inRecord(guest, 'emailAddress, as invited')],
  },
  ja: {
    title: 'ゲストのアドレスが記録されていません',
    why: 'パスコードは招待したアドレスに送信されます。ドメインがフェデレーションされているかどうかも、アドレスで決まります。',
    message: ({ guest }) => `${guest} の記録に emailAddress がありません。`,
    fix: ({ guest }) => [entraSteps.ja.inRecord(guest, 'emailAddress(招待したアドレス)')],
  },
  sources: [guestSources.passcode],
  examples: {
    bad: [
      {
        message: { kind: 'guest-passcode', to: 'teri' },
        change: { guests: { teri: { emailAddress: undefined } } },
      },
    ],
    good: [{}],
  },
});
