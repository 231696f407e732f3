// MC135: users sign in with their address, but user names may hold letters and digits only.

import { setSetting, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

const byEmail = 'Authentication/Registration/LocalLoginByEmail';
const alphanumeric = 'Authentication/UserManager/UserValidator/AllowOnlyAlphanumericUserNames';

export default defineRule({
  code: 'MC135',
  subject: 'settings',
  stage: 'request',
  severity: 'warning',
  check: ({ settings, message }) => {
    const { value, where } = settings.get(alphanumeric);
    return message === undefined && value && settings.get(byEmail).value ? [{ params: {}, where }] : [];
  },
  en: {
    title: 'E-mail addresses may be refused as user names',
    why:
      'With LocalLoginByEmail the address is the user name. With AllowOnlyAlphanumericUserNames a user name may hold letters and ' +
      'digits only, which no address does. Then nobody new can register, and no confirmation mail follows.',
    message: () => `${byEmail} and ${alphanumeric} are both true: the portal may refuse every new user.`,
    fix: () => [setSetting(alphanumeric, false, 'en')],
  },
  ja: {
    title: 'メールアドレスがユーザー名として拒否される可能性があります',
    why:
      'LocalLoginByEmail が true の場合、メールアドレスがユーザー名になります。AllowOnlyAlphanumericUserNames が true の場合、ユーザー名に使えるのは英数字だけです。' +
      'メールアドレスには必ず記号が含まれるため、新しい利用者が登録できず、確認メールも送信されないことになります。',
    message: () =>
      `${byEmail} と ${alphanumeric} がどちらも true のため、新しい利用者の登録がすべて拒否される可能性があります。`,
    fix: () => [setSetting(alphanumeric, false, 'ja')],
  },
  sources: [sources.authentication, 'derived: the two documented settings together; not tried on a portal'],
  examples: {
    bad: [{ change: { siteSettings: { [byEmail]: { value: 'true' }, [alphanumeric]: { value: 'true' } } } }],
    good: [
      { change: { siteSettings: { [byEmail]: { value: 'true' } } } },
      { change: { siteSettings: { [alphanumeric]: { value: 'true' } } } },
    ],
  },
});
