// MC805: passcodes were switched off while the guest still signs in with them.

import { guestsWithPasscodes } from '../delivery/passcode.ts';
import { entraSteps, guestName, guestSources, redemption, settingOf, tenantName } from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC805',
  subject: 'guest',
  stage: 'request',
  severity: 'error',
  check: (facts) => {
    const { guest, tenant, records } = facts;
    if (settingOf(facts)?.because !== 'disabled' || redemption(facts) !== 'accepted') return [];
    if (tenant === undefined || guest?.fields.redeemedWith !== 'email-one-time-passcode') return [];
    const others = guestsWithPasscodes(tenant, records) - (guest.fields.accountEnabled === false ? 0 : 1);
    return [
      {
        params: { guest: guestName(facts), tenant: tenantName(facts), others },
        where: tenant.where(['allowExternalIdToUseEmailOtp']),
      },
    ];
  },
  en: {
    title: 'Passcodes were switched off while guests still use them',
    why: 'A guest who redeemed the invitation with a passcode has no other way to sign in. When "Email one-time passcode" is switched off, all of them are locked out until it is on again, or until each one is reset and redeems with another account.',
    message: ({ guest, tenant, others }) =>
      others === 0
        ? `${guest} signs in with passcodes, and the tenant ${tenant} has switched them off: no passcode comes, and the guest cannot sign in.`
        : `${guest} and ${others} other guest${others === 1 ? '' : 's'} sign in with passcodes, and the tenant ${tenant} has switched them off: no passcode comes, and none of them can sign in.`,
    fix: ({ guest, others }) => [
      entraSteps.en.switchOn,
      {
        ...entraSteps.en.reset(guest),
        do: `Or, if they are to stay off: ${entraSteps.en.reset(guest).do}${others === 0 ? '' : ' Do the same for each of the others.'}`,
      },
    ],
  },
  ja: {
    title: 'パスコードを使うゲストがいるのに、無効にされています',
    why: 'パスコードで招待に応じたゲストには、ほかのサインイン方法がありません。「電子メール ワンタイム パスコード」を無効にすると、再び有効にするか、1人ずつ利用状態をリセットして別のアカウントで応じてもらうまで、全員がサインインできなくなります。',
    message: ({ guest, tenant, others }) =>
      `${guest} ${others === 0 ? '' : `など${others + 1}人のゲスト`}はパスコードでサインインしますが、テナント ${tenant} では無効にされています。パスコードは届かず、サインインできません。`,
    fix: ({ guest, others }) => [
      entraSteps.ja.switchOn,
      {
        ...entraSteps.ja.reset(guest),
        do: `無効のままにする場合は、${entraSteps.ja.reset(guest).do}${others === 0 ? '' : 'ほかのゲストについても同じ操作をする。'}`,
      },
    ],
  },
  sources: [guestSources.passcode, guestSources.reset],
  examples: {
    bad: [
      {
        change: {
          guests: { teri: { externalUserState: 'accepted', redeemedWith: 'email-one-time-passcode' } },
          tenants: { 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': { allowExternalIdToUseEmailOtp: 'disabled' } },
        },
      },
    ],
    good: [
      {
        change: {
          guests: { teri: { externalUserState: 'accepted', redeemedWith: 'email-one-time-passcode' } },
        },
      },
      {
        change: {
          guests: {
            teri: {
              externalUserState: 'accepted',
              redeemedWith: 'microsoft-entra',
              accounts: ['microsoft-entra'],
            },
          },
          tenants: { 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': { allowExternalIdToUseEmailOtp: 'disabled' } },
        },
      },
    ],
  },
});
