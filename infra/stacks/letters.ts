import type { Pool } from '@geoarchive/domain/roles.ts';
import { type UserPoolProps, VerificationEmailStyle } from 'aws-cdk-lib/aws-cognito';
import type { Settings } from '../settings.ts';

const system = '地质资料信息管理服务系统 / GeoArchive';
/** Cognito sends HTML. */
const body = (lines: readonly string[]): string => lines.join('<br>');

/** Where the people of a pool sign in, as far as the deployment has an address of its own. */
const address = (pool: Pool, { domains }: Settings): string[] => {
  const domain = domains[pool === 'staff' ? 'admin' : 'submit'];
  return domain === undefined ? [] : [`登录地址 / sign in at: https://${domain.name}/`];
};

/** What a user pool sends by e-mail, in both languages: the invitation, and the code for a forgotten password. */
export const letters = (
  pool: Pool,
  settings: Settings,
): Pick<UserPoolProps, 'userInvitation' | 'userVerification'> => ({
  userInvitation: {
    emailSubject: `${system}: 账号邀请 / invitation`,
    emailBody: body([
      '您已受邀使用地质资料信息管理服务系统。首次登录时请将临时密码改为自己的密码；临时密码 7 日内有效。',
      'You are invited to GeoArchive. At your first sign-in you set a password of your own; the temporary one is good for 7 days.',
      '',
      ...address(pool, settings),
      '用户名（也可用本邮箱登录）/ user name (or sign in with this address): {username}',
      '临时密码 / temporary password: {####}',
    ]),
  },
  userVerification: {
    emailStyle: VerificationEmailStyle.CODE,
    emailSubject: `${system}: 验证码 / code`,
    emailBody: body([
      '重置密码的验证码：{####}，1 小时内有效。若非本人操作，请忽略本邮件。',
      'The code to reset your password: {####}. It is good for one hour. If you did not ask for it, do nothing.',
    ]),
  },
});
