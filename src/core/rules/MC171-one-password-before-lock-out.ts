// MC171: the next wrong password locks the account, and no code is sent while it is locked.

import { settings as table } from '../delivery/settings/table.ts';
import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import { settingValueText } from './setting-words.ts';

const span = 'Authentication/UserManager/DefaultAccountLockoutTimeSpan';

export default defineRule({
  code: 'MC171',
  subject: 'path',
  stage: 'request',
  severity: 'information',
  check: ({ path }) => {
    const { message, settings, contact } = path;
    const failed = contact.found?.fields.identityAccessFailedCount;
    if (message.kind !== 'two-factor-code' || contact.found === undefined || failed === undefined) return [];
    const locks = settings.get('Authentication/Registration/TriggerLockoutOnFailedPassword').value;
    const most = settings.get('Authentication/UserManager/MaxFailedAccessAttemptsBeforeLockout').value;
    // Without a wrong password yet, it is the setting that is too eager (MC139).
    return locks && failed > 0 && failed >= most - 1
      ? [
          {
            params: { contact: contactName(path), failed, most, time: settings.get(span).value },
            where: contact.found.where(['identityAccessFailedCount']),
          },
        ]
      : [];
  },
  en: {
    title: 'The next wrong password locks the account',
    why: 'The portal counts wrong passwords (adx_identity_accessfailedcount) and locks the account at MaxFailedAccessAttemptsBeforeLockout. While it is locked even the right password is refused before a code is asked for.',
    message: ({ contact, failed, most, time }) =>
      `${contact} has typed ${failed} wrong password${failed === 1 ? '' : 's'} of ${most}: the next one locks the account, and no code is sent for ${settingValueText(table[span], time, 'en')}.`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'Do not guess: choose "Forgot password" if the password is not certain. The right one sets the count back.',
      },
    ],
  },
  ja: {
    title: '次にパスワードを間違えるとロックされます',
    why: 'ポータルはパスワードの間違いを数え(adx_identity_accessfailedcount)、MaxFailedAccessAttemptsBeforeLockout の回数に達するとアカウントをロックします。ロック中は、正しいパスワードでもコードの要求前に拒否されます。',
    message: ({ contact, failed, most, time }) =>
      `${contact} は${most}回のうち${failed}回パスワードを間違えています。次に間違えるとロックされ、${settingValueText(table[span], time, 'ja')}の間はコードが送信されません。`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'パスワードがはっきりしないときは、入力を繰り返さずに「パスワードをお忘れですか」を使う。正しいパスワードを入力すると、回数は0に戻る。',
      },
    ],
  },
  sources: [sources.authentication, sources.identityCode('UserManager.cs, AccessFailedAsync')],
  examples: {
    bad: [
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: { contacts: { jiro: { identityAccessFailedCount: 4 } } },
      },
    ],
    good: [
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: { contacts: { jiro: { identityAccessFailedCount: 3 } } },
      },
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: {
          contacts: { jiro: { identityAccessFailedCount: 4 } },
          siteSettings: {
            'Authentication/Registration/TriggerLockoutOnFailedPassword': { value: 'false' },
          },
        },
      },
    ],
  },
});
