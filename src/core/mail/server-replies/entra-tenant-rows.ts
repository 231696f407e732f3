// Knows Microsoft Entra's numbers about tenants, clouds, and the services and scopes that are asked for
// (https://learn.microsoft.com/entra/identity-platform/reference-error-codes). Data only.

import { entra, keeper, rowsWith } from './fixes.ts';
import { compareRecord, ofApplication, signIn } from './token-fixes.ts';

export const entraTenantRows = rowsWith({ at: ['token'] }, [
  {
    id: 'entra-tenant-not-found',
    statuses: ['AADSTS90002', 'AADSTS900023'],
    class: 'configuration',
    acts: 'us',
    problem: 'token-application-unknown',
    cause: { en: 'There is no such tenant in this cloud.', ja: 'このクラウドに、そのテナントはありません。' },
    fix: [
      entra(
        'Microsoft Entra admin center > Overview: read "Tenant ID".',
        'Microsoft Entra 管理センター >「概要」の「テナント ID」を確かめる。',
      ),
      compareRecord(
        'exchangeOnlineTenantId: that ID; and `cloud` of the environment, where the tenant is not in the public cloud.',
        'exchangeOnlineTenantId にそのIDを書く。パブリック クラウド以外のテナントなら、環境の cloud も書く。',
      ),
    ],
    example: '{"error":"invalid_request","error_description":"AADSTS90002: Tenant \'contoso\' not found."}',
  },
  {
    id: 'entra-tenant-missing',
    statuses: ['AADSTS50059', 'AADSTS50194'],
    class: 'configuration',
    acts: 'us',
    problem: 'token-application-unknown',
    cause: {
      en: 'The request does not say which tenant is meant.',
      ja: 'どのテナントかが要求に含まれていません。',
    },
    fix: [
      compareRecord(
        'add exchangeOnlineTenantId: 11111111-2222-3333-4444-555555555555',
        'exchangeOnlineTenantId: 11111111-2222-3333-4444-555555555555 の形で追加する。',
      ),
    ],
    example:
      '{"error":"invalid_request","error_description":"AADSTS50059: No tenant-identifying information found in either the request or implied by any provided credentials."}',
  },
  {
    id: 'entra-user-of-another-tenant',
    statuses: ['AADSTS50020'],
    class: 'configuration',
    acts: 'us',
    problem: 'token-application-unknown',
    cause: {
      en: 'The user who signed in is of another tenant.',
      ja: 'サインインした利用者は別のテナントの人です。',
    },
    fix: [
      compareRecord(
        'exchangeOnlineTenantId has to be the tenant of the mailbox.',
        'exchangeOnlineTenantId は、メールボックスのあるテナントでなければならない。',
      ),
      signIn,
    ],
    example:
      '{"error":"invalid_grant","error_description":"AADSTS50020: User account from identity provider does not exist in tenant and cannot access the application in that tenant."}',
  },
  {
    id: 'entra-resource-not-found',
    statuses: ['AADSTS500011', 'AADSTS650057', 'AADSTS650052', 'AADSTS50001', 'AADSTS500014'],
    class: 'configuration',
    acts: 'us',
    problem: 'token-application-unknown',
    cause: {
      en: 'The tenant does not have the service that the token is for, or not for this application.',
      ja: 'トークンの対象サービスがテナントにないか、このアプリでは使えません。',
    },
    fix: [
      ofApplication(
        '> API permissions > Add a permission > APIs my organization uses > "Office 365 Exchange Online".',
        '>「API のアクセス許可」>「アクセス許可の追加」>「所属する組織で使用している API」>「Office 365 Exchange Online」を追加する。',
      ),
      compareRecord(
        'exchangeOnlineTenantId has to be a tenant with Exchange Online; endpoints.exchangeOnline and endpoints.graph of the environment, where they are set.',
        'exchangeOnlineTenantId は Exchange Online のあるテナントか。環境の endpoints.exchangeOnline と endpoints.graph を書いている場合は、それも確かめる。',
      ),
    ],
    example:
      '{"error":"invalid_resource","error_description":"AADSTS500011: The resource principal named https://outlook.office.example was not found in the tenant"}',
  },
  {
    id: 'entra-scope-not-found',
    statuses: ['AADSTS70011', 'AADSTS1002012', 'AADSTS28002', 'AADSTS28003'],
    class: 'configuration',
    acts: 'us',
    problem: 'token-application-unknown',
    cause: { en: 'The scope that was asked for does not exist there.', ja: '要求したスコープがありません。' },
    fix: [
      ofApplication(
        '> API permissions: the mail protocols are under "Office 365 Exchange Online", not under "Microsoft Graph".',
        '>「API のアクセス許可」を確かめる。メールのプロトコルは「Microsoft Graph」ではなく「Office 365 Exchange Online」の下にある。',
      ),
    ],
    example:
      '{"error":"invalid_scope","error_description":"AADSTS70011: The provided request must include a \'scope\' input parameter."}',
  },
  {
    id: 'entra-other-cloud',
    statuses: ['AADSTS90038', 'AADSTS900382', 'AADSTS900439', 'AADSTS700005'],
    class: 'configuration',
    acts: 'us',
    problem: 'token-application-unknown',
    cause: {
      en: 'The tenant is in another cloud than the one asked.',
      ja: 'テナントは、問い合わせた先とは別のクラウドにあります。',
    },
    fix: [
      keeper(
        'Write the right cloud into the record of the environment: cloud: public, us-government, us-government-high, us-government-dod or china',
        '設定ファイルの環境に正しいクラウドを書く: cloud: public、us-government、us-government-high、us-government-dod、china のいずれか',
      ),
    ],
    example:
      '{"error":"invalid_request","error_description":"AADSTS900382: Confidential Client is not supported in Cross Cloud request."}',
  },
]);
