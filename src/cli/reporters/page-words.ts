// Knows what a visitor sees while a mail is stopped, both languages. Data only.

import type { MessageKind } from '../../core/delivery/message.ts';
import type { Page } from '../../core/path-report.ts';
import type { Language } from '../../core/rules/rule.ts';

/** What the portal's page shows then (ManageController, LoginController of the last public portal source). */
export const pageWords: Record<Language, Record<MessageKind, Record<Page, string>>> = {
  en: {
    'email-confirmation': {
      'not-offered': 'The profile page does not offer "Confirm Email".',
      ...alike('The page says that a mail was sent all the same: the portal hides a failure of its action.'),
    },
    'two-factor-code': {
      'not-offered': 'Sign-in passes without asking for a code.',
      fails: 'Sign-in ends in an error page: the portal does not catch the failure of this action.',
      'may-fail':
        'If the action fails, sign-in ends in an error page; if not, the page asks for a code that does not come.',
      'as-usual': 'The sign-in page asks for a code that does not come.',
      'not-known': '',
    },
    'password-reset': {
      'not-offered': 'The page "Forgot password" answers 404.',
      fails: 'The page shows a general error.',
      'may-fail':
        'If the action fails, the page shows a general error; if not, it says that a mail was sent.',
      'as-usual': 'The page says what it always says: that a mail was sent.',
      'not-known': '',
    },
    invitation: {
      'not-offered': 'The workflow cannot be run on an invitation while it is not activated.',
      fails: 'Whoever runs the workflow is shown the error.',
      'may-fail': 'A failure shows in the system jobs of the invitation.',
      'as-usual': '',
      'not-known': '',
    },
    'guest-passcode': { 'not-offered': '', ...alike('') },
    workflow: {
      'not-offered': 'A process that is not activated is not started, and leaves no system job.',
      fails: 'Whoever starts the process is shown the error.',
      'may-fail': 'A failure of a background process shows in its system jobs.',
      'as-usual': '',
      'not-known': '',
    },
  },
  ja: {
    'email-confirmation': {
      'not-offered': 'プロファイルの画面に「電子メールの確認」は表示されません。',
      ...alike(
        'アクションが失敗しても、画面には「送信しました」と表示されます(ポータルは失敗を表示しません)。',
      ),
    },
    'two-factor-code': {
      'not-offered': 'コードを求められずにサインインできます。',
      fails: 'サインインはエラー画面になります(ポータルはこのアクションの失敗を処理しません)。',
      'may-fail':
        'アクションが失敗した場合、サインインはエラー画面になります。失敗しなければ、届かないコードの入力を求められます。',
      'as-usual': 'サインイン画面で、届かないコードの入力を求められます。',
      'not-known': '',
    },
    'password-reset': {
      'not-offered': '「パスワードをお忘れですか」の画面は404になります。',
      fails: '画面に一般的なエラーが表示されます。',
      'may-fail':
        'アクションが失敗した場合、画面に一般的なエラーが表示されます。失敗しなければ、送信したと表示されます。',
      'as-usual': '画面には、いつもどおり送信したと表示されます。',
      'not-known': '',
    },
    invitation: {
      'not-offered': 'アクティブ化されるまで、招待に対してこのワークフローを実行できません。',
      fails: 'ワークフローを実行した人にエラーが表示されます。',
      'may-fail': '失敗は、招待のシステム ジョブで確認できます。',
      'as-usual': '',
      'not-known': '',
    },
    'guest-passcode': { 'not-offered': '', ...alike('') },
    workflow: {
      'not-offered': 'アクティブ化されていないプロセスは起動されず、システム ジョブも残りません。',
      fails: 'プロセスを起動した人にエラーが表示されます。',
      'may-fail': 'バックグラウンドのプロセスの失敗は、システム ジョブで確認できます。',
      'as-usual': '',
      'not-known': '',
    },
  },
};

/** The confirmation page looks the same, whatever became of the mail. */
function alike(sentence: string): Record<Exclude<Page, 'not-offered'>, string> {
  return { fails: sentence, 'may-fail': sentence, 'as-usual': sentence, 'not-known': '' };
}
