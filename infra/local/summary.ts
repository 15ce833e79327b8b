import { roles } from '@geoarchive/domain/roles.ts';
import type { Endpoints } from './endpoints.ts';

/** Columns a text takes on a terminal: Chinese characters take two. */
const width = (text: string): number =>
  [...text].reduce((sum, c) => sum + (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(c) ? 2 : 1), 0);
const pad = (text: string, to: number): string => text + ' '.repeat(Math.max(1, to - width(text)));

const rows = (lines: string[][], widths: number[]): string =>
  lines.map((line) => `  ${line.map((cell, i) => pad(cell, widths[i] ?? 0)).join('')}`.trimEnd()).join('\n');

/** What a person needs to begin: addresses and demo accounts, in both languages. */
export function summary(endpoints: Endpoints, took: string, state: string): string {
  const places = [
    ['汇交站点', 'submission site', endpoints.submit],
    ['管理站点', 'admin site', endpoints.admin],
    ['门户站点', 'portal site', endpoints.portal],
    ['内部接口', 'internal API', endpoints.internalApi],
    ['公共接口', 'public API', endpoints.publicApi],
    ['AWS 端点', 'AWS endpoint', endpoints.aws.endpoint],
  ];
  const people = endpoints.accounts.map(({ role, username, password, node, organisation }) => {
    const found = roles.find(({ code }) => code === role);
    const site = found?.pool === 'staff' ? '管理 admin' : '汇交 submit';
    return [found?.name.zh ?? role, found?.name.en ?? '', username, password, site, node || organisation];
  });
  return `
地质资料信息管理服务系统已启动 / GeoArchive is running (${took})

${rows(places, [12, 18])}

演示账号（仅限本机）/ demo accounts (this machine only)
${rows([['角色', 'role', '用户名 user', '密码 password', '站点 site', ''], ...people], [18, 28, 24, 20, 16])}

未寄出的邮件（邀请、验证码）/ mail that was not sent (invitations, codes): ${endpoints.aws.endpoint}/_local/letters
通知邮件（截获在本机）/ e-mail of notices (captured here): ${endpoints.aws.endpoint}/_local/mails
数据 / data: ${state}    日志 / logs: ${state}/logs    停止 / stop: Ctrl-C
`;
}
