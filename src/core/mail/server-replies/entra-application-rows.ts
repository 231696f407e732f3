// Knows Microsoft Entra's numbers about applications and how they prove who they are
// (https://learn.microsoft.com/entra/identity-platform/reference-error-codes). Data only.

import { entra, rowsWith } from './fixes.ts';
import { compareRecord, newSecret, ofApplication, ofEnterpriseApplication, setClock } from './token-fixes.ts';

export const entraApplicationRows = rowsWith({ at: ['token'] }, [
  {
    id: 'entra-client-secret-wrong',
    statuses: ['AADSTS7000215', 'AADSTS70002'],
    class: 'credential',
    acts: 'mail-administrator',
    problem: 'token-application-refused',
    cause: {
      en: 'The client secret is wrong. Often the Secret ID was copied, and not the Value.',
      ja: 'クライアント シークレットが誤っています。「値」ではなく「シークレット ID」をコピーしていることがよくあります。',
    },
    fix: [newSecret],
    example:
      '{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID"}',
  },
  {
    id: 'entra-client-secret-expired',
    statuses: ['AADSTS7000222'],
    class: 'credential',
    acts: 'mail-administrator',
    problem: 'token-application-refused',
    cause: {
      en: 'The client secret of the application has expired.',
      ja: 'アプリのクライアント シークレットの期限が切れています。',
    },
    fix: [newSecret],
    example:
      '{"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys for app are expired."}',
  },
  {
    id: 'entra-client-secret-missing',
    statuses: ['AADSTS7000218', 'AADSTS7000216'],
    class: 'configuration',
    acts: 'us',
    problem: 'token-application-refused',
    cause: {
      en: 'This application wants a client secret or certificate, and the record names none.',
      ja: 'このアプリにはクライアント シークレットか証明書が必要ですが、設定ファイルにありません。',
    },
    fix: [
      compareRecord(
        'add oauthClientSecret: { env: NAME } or oauthCertificate: { file: … }',
        'oauthClientSecret: { env: 環境変数名 } か oauthCertificate: { file: … } を追加する。',
      ),
      entra(
        'Or, for sign-in of users alone: Microsoft Entra admin center > App registrations > All applications > the application {application} > Authentication > Settings > "Allow public client flows": Yes.',
        '利用者のサインインだけに使う場合は、Microsoft Entra 管理センター >「アプリの登録」>「すべてのアプリケーション」> アプリ {application} >「認証」>「設定」の「パブリック クライアント フローを許可する」を「はい」にしてもよい。',
      ),
    ],
    example:
      '{"error":"invalid_client","error_description":"AADSTS7000218: The request body must contain the following parameter: \'client_assertion\' or \'client_secret\'."}',
  },
  {
    id: 'entra-client-secret-not-wanted',
    statuses: ['AADSTS700025'],
    class: 'configuration',
    acts: 'us',
    problem: 'token-application-refused',
    cause: {
      en: 'This application is a public client, which must not show a secret.',
      ja: 'このアプリはパブリック クライアントなので、シークレットを示してはいけません。',
    },
    fix: [
      compareRecord(
        'take oauthClientSecret and oauthCertificate out.',
        'oauthClientSecret と oauthCertificate を消す。',
      ),
    ],
    example:
      '{"error":"invalid_client","error_description":"AADSTS700025: Client is public so neither \'client_assertion\' nor \'client_secret\' should be presented."}',
  },
  {
    id: 'entra-client-certificate-unknown',
    statuses: ['AADSTS700027', 'AADSTS700021', 'AADSTS7000214'],
    class: 'credential',
    acts: 'mail-administrator',
    problem: 'token-application-refused',
    cause: {
      en: 'The certificate that signed is not one of the application, or has expired.',
      ja: '署名に使った証明書がこのアプリに登録されていないか、期限が切れています。',
    },
    fix: [
      ofApplication(
        "> Certificates & secrets > Certificates > Upload certificate: the one of the file that the record's oauthCertificate names (compare thumbprint and end date).",
        '>「証明書とシークレット」>「証明書」>「証明書のアップロード」で、設定ファイルの oauthCertificate が示すファイルの証明書を登録する(拇印と有効期限を見比べる)。',
      ),
    ],
    example:
      '{"error":"invalid_client","error_description":"AADSTS700027: Client assertion contains an invalid signature."}',
  },
  {
    id: 'entra-assertion-out-of-time',
    statuses: ['AADSTS700024', 'AADSTS500133'],
    class: 'local',
    acts: 'us',
    problem: 'token-clock',
    cause: {
      en: 'What the certificate signed is out of its time: the clock here is wrong.',
      ja: '証明書による署名の時刻が範囲を外れています。このコンピューターの時計が狂っています。',
    },
    fix: [setClock],
    example:
      '{"error":"invalid_client","error_description":"AADSTS700024: Client assertion is not within its valid time range."}',
  },
  {
    id: 'entra-application-not-found',
    statuses: ['AADSTS700016'],
    class: 'configuration',
    acts: 'us',
    problem: 'token-application-unknown',
    cause: {
      en: 'The tenant does not know this application: client id or tenant is mistyped, or nobody has added it to the tenant.',
      ja: 'テナントにこのアプリがありません。クライアントIDかテナントの書き誤りか、アプリがテナントに追加されていません。',
    },
    fix: [
      ofApplication(
        '> Overview: compare "Application (client) ID" and "Directory (tenant) ID".',
        '>「概要」の「アプリケーション (クライアント) ID」と「ディレクトリ (テナント) ID」を確かめる。',
      ),
      compareRecord('oauthClientId and exchangeOnlineTenantId', 'oauthClientId と exchangeOnlineTenantId'),
    ],
    example:
      '{"error":"unauthorized_client","error_description":"AADSTS700016: Application with identifier was not found in the directory"}',
  },
  {
    id: 'entra-application-disabled',
    statuses: ['AADSTS7000112', 'AADSTS7000113'],
    class: 'policy',
    acts: 'mail-administrator',
    problem: 'token-application-unknown',
    cause: {
      en: 'The application is switched off in the tenant.',
      ja: 'アプリがテナントで無効にされています。',
    },
    fix: [
      ofEnterpriseApplication(
        '> Properties > "Enabled for users to sign-in?": Yes.',
        '>「プロパティ」で「ユーザーのサインインが有効になっていますか?」を「はい」にする。',
      ),
    ],
    example: '{"error":"unauthorized_client","error_description":"AADSTS7000112: Application is disabled."}',
  },
]);
