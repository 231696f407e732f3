// MC132: the portal's demo mode is on, which is for development machines only.

import { isAskedFor, setSetting, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

const name = 'Authentication/Registration/IsDemoMode';

export default defineRule({
  code: 'MC132',
  subject: 'settings',
  stage: 'request',
  severity: 'warning',
  check: ({ settings, message }) => {
    const { value, where } = settings.get(name);
    return value && isAskedFor(name, message) ? [{ params: {}, where }] : [];
  },
  en: {
    title: 'Demo mode is switched on',
    why:
      'In demo mode the portal shows password reset and two-factor codes on the page, to whoever opens it in a browser on the server ' +
      'itself. It is for development and demonstration only: codes that are read from the page hide that no mail arrives.',
    message: () =>
      `${name} is true: codes may be shown on the page, which is not for a portal in production.`,
    fix: () => [setSetting(name, false, 'en')],
  },
  ja: {
    title: 'デモ モードが有効になっています',
    why:
      'デモ モードでは、サーバー自身のブラウザーで開いた画面に、パスワードのリセットと2要素認証のコードが表示されます。開発とデモだけのための設定です。' +
      '画面でコードが分かるため、メールが届いていないことに気付きにくくなります。',
    message: () =>
      `${name} が true です。コードが画面に表示されることがあるため、運用中のポータルでは使わないでください。`,
    fix: () => [setSetting(name, false, 'ja')],
  },
  sources: [sources.authentication, sources.portalCode('AspNet/Mvc/Extensions.cs')],
  examples: {
    bad: [{ change: { siteSettings: { [name]: { value: 'true' } } } }],
    good: [{ change: { siteSettings: { [name]: { value: 'false' } } } }],
  },
});
