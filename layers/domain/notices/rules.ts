import { jobOwners } from '../jobs.ts';
import { reportEditors } from '../reporting/report.ts';
import type { RoleCode } from '../roles.ts';
import { useAskers, useDeciders } from '../service/codes.ts';
import type { Bilingual } from '../text.ts';

/** What a notice is made of when its event comes: the texts name the event's fields in braces. */
type Rule = {
  plane: 'intake' | 'archive';
  /** The event that brings it. */
  on: string;
  name: Bilingual;
  /** Who in the mailbox (an organisation, an archive) gets it. */
  to: readonly RoleCode[];
  /** What has legal effect (a term begins, a right ends) cannot be muted and is never held back for a digest. */
  legal: boolean;
  /** Whether it goes out by e-mail too. What an import brings by the hundred stays in the inbox. */
  mail: boolean;
  title: Bilingual;
  text: Bilingual;
  /** Where in the site of its readers it leads. */
  link: string;
};

const submitters = ['SUBMITTER', 'SUBMITTER_ADMIN'] as const;
const intake = { plane: 'intake', to: submitters, legal: false, mail: true } as const;
const archive = { plane: 'archive', legal: false, mail: true } as const;

/**
 * Every kind of notice. The notice of correction with its date and the certificate follow the rules of submission (domain.md
 * §1.5); a new date of a task is the authority's own decision, so these have legal effect.
 */
export const noticeRules = {
  'deposit-received': {
    ...intake,
    on: 'DepositSealed',
    name: { zh: '收到汇交', en: 'Deposit received' },
    title: { zh: '已收到汇交，回执 {receipt}', en: 'Deposit received, receipt {receipt}' },
    text: {
      zh: '“{title}”已提交并封存，回执编号 {receipt}。馆藏机构将开始检查。',
      en: '"{title}" was handed in and sealed. The number of its receipt is {receipt}. The archive will check it.',
    },
    link: '/deposits/{id}',
  },
  'deposit-returned': {
    ...intake,
    legal: true,
    on: 'DepositReturnSeen',
    name: { zh: '退回补充修改', en: 'Returned for correction' },
    title: {
      zh: '补充修改通知：请于 {correctBy} 前改正',
      en: 'Notice of correction: correct by {correctBy}',
    },
    text: {
      zh: '“{title}”被退回补充修改，请于 {correctBy} 前改正后重新提交。原因和清单见该汇交。',
      en: '"{title}" was returned for correction. Correct it and hand it in again by {correctBy}. The deposit shows reason and list.',
    },
    link: '/deposits/{id}',
  },
  'deposit-accepted': {
    ...intake,
    on: 'DepositAcceptanceSeen',
    name: { zh: '验收入馆', en: 'Accepted' },
    title: { zh: '已验收入馆，档号 {archiveNumber}', en: 'Accepted, archive number {archiveNumber}' },
    text: {
      zh: '“{title}”已验收入馆，档号 {archiveNumber}。汇交凭证签发后另行通知。',
      en: '"{title}" was accepted, its archive number is {archiveNumber}. The certificate will be told of separately.',
    },
    link: '/deposits/{id}',
  },
  'certificate-issued': {
    ...intake,
    legal: true,
    on: 'DepositCertificateSeen',
    name: { zh: '签发汇交凭证', en: 'Certificate issued' },
    title: { zh: '汇交凭证已签发：{certificateNumber}', en: 'Certificate issued: {certificateNumber}' },
    text: {
      zh: '“{title}”的汇交凭证 {certificateNumber} 已签发，可在该汇交中查看和打印。',
      en: 'The certificate {certificateNumber} for "{title}" was issued. See and print it in the deposit.',
    },
    link: '/deposits/{id}',
  },
  'document-voided': {
    ...intake,
    legal: true,
    on: 'DocumentVoidSeen',
    name: { zh: '文书作废', en: 'Paper void' },
    title: { zh: '{kind}作废：{number}', en: 'Void: {kind} {number}' },
    text: {
      zh: '“{title}”的{kind} {number} 已声明作废，请勿再使用。原因见该汇交。',
      en: 'The {kind} {number} of "{title}" was declared void: do not use it any more. The deposit shows the reason.',
    },
    link: '/deposits/{id}',
  },
  'legal-paper-issued': {
    ...intake,
    legal: true,
    on: 'DocumentRecorded',
    name: { zh: '催交与处罚文书', en: 'Demands and penalties' },
    title: { zh: '{kind} {number}', en: '{kind} {number}' },
    text: {
      zh: '主管部门就“{title}”出具了{kind} {number}{term}。请查看全文；如有异议，可在该页提出。',
      en: 'The authority issued a paper about "{title}": {kind} {number}{term}. Read it in full; objections can be made on that page.',
    },
    link: '/papers',
  },
  'legal-paper-voided': {
    ...intake,
    legal: true,
    on: 'DocumentVoidSeen',
    name: { zh: '催交与处罚文书作废', en: 'Demand or penalty void' },
    title: { zh: '{kind}作废：{number}', en: 'Void: {kind} {number}' },
    text: {
      zh: '关于“{title}”的{kind} {number} 已由主管部门声明作废。',
      en: 'The {kind} {number} about "{title}" was declared void by the authority.',
    },
    link: '/papers',
  },
  'public-notice-published': {
    ...intake,
    legal: true,
    on: 'PublicNoticeSeen',
    name: { zh: '被列入公示', en: 'Public notice' },
    title: { zh: '贵单位被公示：{kind}，{number}', en: 'A notice about you was published: {kind}, {number}' },
    text: {
      zh: '主管部门公示了贵单位的情况（{kind}，{number}）。如有异议，请于 {objectUntil} 前提出，公示将暂停。',
      en: 'The authority published a notice about your organisation ({kind}, {number}). Object by {objectUntil} and it is suspended while examined.',
    },
    link: '/public-notices',
  },
  'public-notice-changed': {
    ...intake,
    on: 'PublicNoticeSeen',
    name: { zh: '公示变更', en: 'Public notice changed' },
    title: { zh: '公示 {number}：{state}', en: 'Public notice {number}: {state}' },
    text: {
      zh: '关于贵单位的公示 {number}（{kind}）现在的状态：{state}。',
      en: 'The public notice {number} ({kind}) about your organisation is now: {state}.',
    },
    link: '/public-notices',
  },
  'bar-began': {
    ...intake,
    legal: true,
    on: 'BarSeen',
    name: { zh: '准入限制开始', en: 'Bar began' },
    title: { zh: '准入限制自 {on} 起生效：{paper}', en: 'Barred from {on}: {paper}' },
    text: {
      zh: '依据 {paper}（{article}），自 {on} 起{until}，本单位不得取得新的探矿权、采矿权，不得承担国家出资的地质工作项目。',
      en: 'By {paper} ({article}) the organisation gets no new exploration or mining right and no State-funded project from {on} {until}.',
    },
    link: '/papers',
  },
  'bar-ended': {
    ...intake,
    legal: true,
    on: 'BarSeen',
    name: { zh: '准入限制终止', en: 'Bar ended' },
    title: { zh: '准入限制自 {on} 起终止：{paper}', en: 'Not barred any more from {on}: {paper}' },
    text: {
      zh: '{paper} 的准入限制自 {on} 起终止：{reason}。',
      en: 'The bar by {paper} ended on {on}. {reason}.',
    },
    link: '/papers',
  },
  'bar-lifted': {
    ...intake,
    legal: true,
    on: 'BarSeen',
    name: { zh: '准入限制解除', en: 'Bar lifted' },
    title: { zh: '准入限制自 {on} 起解除：{paper}', en: 'Bar lifted from {on}: {paper}' },
    text: {
      zh: '主管部门决定自 {on} 起解除 {paper} 的准入限制。',
      en: 'The authority decided to lift the bar by {paper} from {on}.',
    },
    link: '/papers',
  },
  'party-barred': {
    ...intake,
    legal: true,
    on: 'BarSeen',
    name: { zh: '准入限制变更（登记机关、出资人）', en: 'Bars of parties (registries, funders)' },
    title: { zh: '{party}：{change}，自 {on} 起', en: '{party}: {change} from {on}' },
    text: {
      zh: '{party} 的准入限制（{paper}，{article}）：{change}，自 {on} 起。涉及：{acts}。办理前请查询当日情况（准入查询）。',
      en: 'Bar of {party} by {paper} ({article}): {change} from {on}. It concerns: {acts}. Ask how the party stands on the day before you grant anything.',
    },
    link: '/notices',
  },
  'task-recorded': {
    ...intake,
    mail: false,
    on: 'TaskSeen',
    name: { zh: '新汇交任务', en: 'New task' },
    title: { zh: '新汇交任务 {number}，{due} 前汇交', en: 'New task {number}, due {due}' },
    text: {
      zh: '已登记汇交任务 {number}“{name}”，应于 {due} 前汇交。',
      en: 'Task {number} "{name}" was recorded. It is due on {due}.',
    },
    link: '/tasks',
  },
  'task-due-changed': {
    ...intake,
    legal: true,
    on: 'TaskSeen',
    name: { zh: '汇交期限变更', en: 'Due date changed' },
    title: { zh: '汇交任务 {number} 的期限改为 {due}', en: 'Task {number}: now due on {due}' },
    text: {
      zh: '汇交任务 {number}“{name}”的期限由 {before} 改为 {due}。',
      en: 'The due date of task {number} "{name}" was changed from {before} to {due}.',
    },
    link: '/tasks',
  },
  'task-moved': {
    ...intake,
    legal: true,
    on: 'TaskSeen',
    name: { zh: '汇交任务接收机构变更', en: 'Task goes to another archive' },
    title: { zh: '汇交任务 {number} 改由 {to} 接收', en: 'Task {number}: now to be handed in to {to}' },
    text: {
      zh: '汇交任务 {number}“{name}”改由 {to} 接收（原为 {from}），应于 {due} 前汇交。',
      en: 'Task {number} "{name}" is now to be handed in to {to}, not to {from}. It is due on {due}.',
    },
    link: '/tasks',
  },
  'statement-decided': {
    ...intake,
    legal: true,
    on: 'CaseUpdateSeen',
    name: { zh: '承诺或说明的决定', en: 'Statement decided' },
    title: { zh: '{kind} {number}：{outcome}', en: '{kind} {number}: {outcome}' },
    text: {
      zh: '您提交的{kind}（{number}）已作出决定：{outcome}。理由见该案件。',
      en: 'Your statement {number} ({kind}) was decided: {outcome}. The case shows the reasons.',
    },
    link: '/cases/{id}',
  },
  'consent-asked': {
    ...intake,
    on: 'ConsentQuestionSeen',
    name: { zh: '征求同意利用', en: 'Asked to consent to use' },
    title: {
      zh: '有人申请利用本单位汇交的资料，请答复',
      en: 'Somebody asks to use data you handed in: please answer',
    },
    text: {
      zh: '申请 {number} 要求利用“{title}”。请在“征求同意”中答复是否同意。',
      en: 'Request {number} asks to use "{title}". Answer under "Consents" whether you consent.',
    },
    link: '/consents',
  },
  'use-asked': {
    ...intake,
    to: useAskers,
    on: 'UseUpdateSeen',
    name: { zh: '利用申请需补充', en: 'Question about a request for use' },
    title: { zh: '利用申请 {number}：请补充说明', en: 'Request for use {number}: please answer' },
    text: {
      zh: '馆藏机构就利用申请 {number} 请您补充说明或材料，答复前办理期限暂停。',
      en: 'The archive has a question about your request for use {number}. Its clock stands still until you answer.',
    },
    link: '/use/requests/{id}',
  },
  'use-written': {
    ...intake,
    to: useAskers,
    on: 'UseUpdateSeen',
    name: { zh: '利用申请的来信', en: 'Message about a request for use' },
    title: { zh: '利用申请 {number} 有新的来信', en: 'A message about your request for use {number}' },
    text: {
      zh: '馆藏机构就利用申请 {number} 给您写了信。',
      en: 'The archive wrote to you about your request for use {number}.',
    },
    link: '/use/requests/{id}',
  },
  'use-quoted': {
    ...intake,
    to: useAskers,
    on: 'UseUpdateSeen',
    name: { zh: '利用申请的报价', en: 'Quote for a request for use' },
    title: { zh: '利用申请 {number}：请确认报价', en: 'Request for use {number}: a quote to answer' },
    text: {
      zh: '馆藏机构就利用申请 {number} 给出了报价，请在该申请中接受或不接受。答复前办理期限暂停。',
      en: 'The archive says what your request for use {number} costs. Accept or decline it there; its clock stands still until you do.',
    },
    link: '/use/requests/{id}',
  },
  'use-paid': {
    ...intake,
    to: useAskers,
    on: 'UseUpdateSeen',
    name: { zh: '缴费已登记', en: 'Payment noted' },
    title: { zh: '利用申请 {number} 的缴费已登记', en: 'Payment for request {number} noted' },
    text: {
      zh: '利用申请 {number} 的缴费已登记，收据可在该申请中打印。',
      en: 'The payment for your request for use {number} was noted. Print its receipt there.',
    },
    link: '/use/requests/{id}',
  },
  'use-item-decided': {
    ...intake,
    to: useAskers,
    on: 'UseUpdateSeen',
    name: { zh: '利用申请部分已决定', en: 'Part of a request for use decided' },
    title: {
      zh: '利用申请 {number} 的部分资料已决定',
      en: 'Some records of your request for use {number} were decided',
    },
    text: {
      zh: '利用申请 {number} 中的部分资料已作出决定，其余仍在办理。逐件结果见该申请。',
      en: 'Some records of your request for use {number} were decided, the others are still being worked on. The request shows each.',
    },
    link: '/use/requests/{id}',
  },
  'use-decided': {
    ...intake,
    to: useAskers,
    legal: true,
    on: 'UseUpdateSeen',
    name: { zh: '利用申请已决定', en: 'Request for use decided' },
    title: { zh: '利用申请 {number}：{outcome}', en: 'Request for use {number}: {outcome}' },
    text: {
      zh: '利用申请 {number} 已作出决定：{outcome}。逐件结果和理由见该申请。',
      en: 'Your request for use {number} was decided: {outcome}. The request shows each record with its reasons.',
    },
    link: '/use/requests/{id}',
  },
  'use-inadmissible': {
    ...intake,
    to: useAskers,
    legal: true,
    on: 'UseUpdateSeen',
    name: { zh: '利用申请不予受理', en: 'Request for use not admitted' },
    title: { zh: '利用申请 {number} 不予受理', en: 'Request for use {number} was not admitted' },
    text: {
      zh: '利用申请 {number} 不予受理，原因见该申请。',
      en: 'Your request for use {number} was not admitted. The request shows why.',
    },
    link: '/use/requests/{id}',
  },
  'grant-delivered': {
    ...intake,
    to: useAskers,
    on: 'GrantSeen',
    name: { zh: '许可的资料可以利用', en: 'Granted data are ready' },
    title: { zh: '利用许可 {number} 的资料可以利用了', en: 'The data of grant {number} are ready' },
    text: {
      zh: '利用许可 {number} 已生效，有效期至 {until}（含当日）。',
      en: 'Grant {number} is active. Its last day is {until}.',
    },
    link: '/use/grants/{id}',
  },
  'grant-extended': {
    ...intake,
    to: useAskers,
    on: 'GrantSeen',
    name: { zh: '利用许可延期', en: 'Grant extended' },
    title: { zh: '利用许可 {number} 已延长，至 {until}', en: 'Grant {number} was extended, until {until}' },
    text: {
      zh: '利用许可 {number} 的期限或次数已增加，有效期至 {until}（含当日）。',
      en: 'Grant {number} has more days or reads now. Its last day is {until}.',
    },
    link: '/use/grants/{id}',
  },
  'grant-expiring': {
    ...intake,
    to: useAskers,
    on: 'GrantSeen',
    name: { zh: '利用许可将到期', en: 'Grant ends soon' },
    title: { zh: '利用许可 {number} 将于 {until} 到期', en: 'Grant {number} ends on {until}' },
    text: {
      zh: '利用许可 {number} 有效期至 {until}（含当日），到期后资料将被删除。如仍需要，请及时向馆藏机构申请延期。',
      en: 'The last day of grant {number} is {until}; its files are deleted after that. Ask the archive for more time if you need it.',
    },
    link: '/use/grants/{id}',
  },
  'grant-expired': {
    ...intake,
    to: useAskers,
    legal: true,
    on: 'GrantSeen',
    name: { zh: '利用许可到期', en: 'Grant expired' },
    title: { zh: '利用许可 {number} 已到期', en: 'Grant {number} has expired' },
    text: {
      zh: '利用许可 {number} 已于 {until} 到期，资料已删除。请停止使用并销毁副本。',
      en: 'Grant {number} ended on {until} and its files were deleted. Stop using the data and destroy copies.',
    },
    link: '/use/grants/{id}',
  },
  'grant-withdrawn': {
    ...intake,
    to: useAskers,
    legal: true,
    on: 'GrantSeen',
    name: { zh: '利用许可收回', en: 'Grant withdrawn' },
    title: { zh: '利用许可 {number} 已收回', en: 'Grant {number} was withdrawn' },
    text: {
      zh: '馆藏机构收回了利用许可 {number}，资料已删除，原因见该许可。请停止使用并销毁副本。',
      en: 'The archive withdrew grant {number} and its files were deleted; the grant shows why. Stop using the data and destroy copies.',
    },
    link: '/use/grants/{id}',
  },
  'task-withdrawn': {
    ...intake,
    on: 'TaskSeen',
    name: { zh: '汇交任务撤销', en: 'Task withdrawn' },
    title: { zh: '汇交任务 {number} 已撤销', en: 'Task {number} was withdrawn' },
    text: {
      zh: '汇交任务 {number}“{name}”已由馆藏机构撤销，无需汇交。',
      en: 'Task {number} "{name}" was withdrawn by the archive: nothing is due.',
    },
    link: '/tasks',
  },
  'task-settled': {
    ...intake,
    on: 'TaskSeen',
    name: { zh: '汇交任务办结', en: 'Task settled' },
    title: { zh: '汇交任务 {number} 已办结', en: 'Task {number} is settled' },
    text: {
      zh: '汇交任务 {number}“{name}”已以验收的阶段资料办结，其余资料无需汇交。',
      en: 'Task {number} "{name}" is settled with the stages that were accepted: nothing more is due.',
    },
    link: '/tasks',
  },
  'task-due-soon': {
    ...intake,
    on: 'TaskSeen',
    name: { zh: '汇交临期提醒', en: 'Task due soon' },
    title: { zh: '汇交任务 {number} 应于 {due} 前汇交', en: 'Task {number} is due on {due}' },
    text: {
      zh: '汇交任务 {number}“{name}”应于 {due} 前汇交，尚未收到。',
      en: 'Task {number} "{name}" is due on {due}. Nothing was handed in yet.',
    },
    link: '/tasks',
  },
  'task-overdue': {
    ...intake,
    on: 'TaskSeen',
    name: { zh: '汇交逾期', en: 'Task overdue' },
    title: { zh: '汇交任务 {number} 已逾期', en: 'Task {number} is overdue' },
    text: {
      zh: '汇交任务 {number}“{name}”应于 {due} 前汇交，已逾期。请尽快汇交，以免被责令限期汇交（《条例》第二十条）。',
      en: 'Task {number} "{name}" was due on {due} and is overdue. Hand it in soon: the authority may order it (Regulation art. 20).',
    },
    link: '/tasks',
  },
  'mandate-given': {
    ...intake,
    to: ['SUBMITTER_ADMIN'],
    on: 'MandateChanged',
    name: { zh: '受托', en: 'Mandate received' },
    title: { zh: '{from} 委托贵单位代为汇交', en: '{from} lets your organisation act for it' },
    text: {
      zh: '{from} 委托贵单位代为汇交，{validFrom} 至 {validTo} 有效。',
      en: '{from} lets your organisation deposit on its behalf from {validFrom} to {validTo}.',
    },
    link: '/organisation',
  },
  'mandate-ended': {
    ...intake,
    legal: true,
    to: ['SUBMITTER_ADMIN'],
    on: 'MandateChanged',
    name: { zh: '委托终止', en: 'Mandate ended' },
    title: { zh: '{from} 终止了委托', en: '{from} ended its mandate' },
    text: {
      zh: '{from} 终止了对贵单位的委托，贵单位不能再代为汇交。',
      en: '{from} ended its mandate: your organisation can no longer deposit on its behalf.',
    },
    link: '/organisation',
  },
  'webhook-stopped': {
    ...intake,
    to: ['SUBMITTER_ADMIN'],
    on: 'WebhookChanged',
    name: { zh: '推送停用', en: 'Webhook stopped' },
    title: { zh: '消息推送已停用：对方系统连续无应答', en: 'The webhook was switched off: nobody answers' },
    text: {
      zh: '贵单位的接收地址（{host}）连续多条消息未能送达，推送已停用。请检查后重新启用；通知仍在收件箱中。',
      en: 'Several messages in a row did not reach the address of your organisation ({host}), so the webhook was switched off. Mend it and switch it on again; the inbox has the notices.',
    },
    link: '/organisation',
  },
  'review-arrived': {
    ...archive,
    to: ['ARCHIVE_CLERK', 'ARCHIVE_CHECKER'],
    on: 'DepositReceived',
    name: { zh: '待验收', en: 'New to check' },
    title: { zh: '收到新的汇交，{checkBy} 前检查', en: 'New deposit to check by {checkBy}' },
    text: {
      zh: '“{title}”已到馆（{submitter}，第 {round} 次提交），应于 {checkBy} 前检查。',
      en: '"{title}" has arrived ({submitter}, round {round}). Check it by {checkBy}.',
    },
    link: '/reviews/{id}',
  },
  'acceptance-stalled': {
    ...archive,
    to: ['ARCHIVE_CHECKER'],
    on: 'AcceptanceStalled',
    name: { zh: '入馆受阻', en: 'Taking in stalled' },
    title: { zh: '入馆受阻，需要处理', en: 'Taking in does not go on' },
    text: {
      zh: '“{title}”入馆受阻，请重试或退回。',
      en: '"{title}" cannot be taken in: try again, or give up and return it.',
    },
    link: '/reviews/{id}',
  },
  'use-requested': {
    ...archive,
    on: 'CaseOpened',
    to: useDeciders,
    name: { zh: '新的利用申请', en: 'New request for use' },
    title: { zh: '新的利用申请 {number}', en: 'New request for use {number}' },
    text: {
      zh: '利用申请 {number} 已送达：{records}。请受理并逐件决定。',
      en: 'Request for use {number} has come: {records}. Take it in hand and decide record by record.',
    },
    link: '/use/requests/{id}',
  },
  'certificate-due': {
    ...archive,
    to: ['CERTIFICATE_OFFICER'],
    on: 'DepositAccepted',
    name: { zh: '待签发凭证', en: 'Certificate to issue' },
    title: { zh: '待签发汇交凭证，档号 {archiveNumber}', en: 'Certificate to issue for {archiveNumber}' },
    text: {
      zh: '“{title}”已验收入馆，档号 {archiveNumber}，请签发汇交凭证。',
      en: '"{title}" was accepted under {archiveNumber}: issue its certificate.',
    },
    link: '/reviews/{id}',
  },
  'release-proposed': {
    ...archive,
    to: ['SECRECY_OFFICER'],
    on: 'ReleaseProposed',
    name: { zh: '公开待复核', en: 'Release to decide' },
    title: { zh: '公开方案待复核：{archiveNumber}', en: 'Release to decide: {archiveNumber}' },
    text: {
      zh: '“{title}”（{archiveNumber}）已提出公开，请复核。',
      en: 'A release of "{title}" ({archiveNumber}) was proposed: decide on it.',
    },
    link: '/dossiers/{id}',
  },
  'release-refused': {
    ...archive,
    to: ['ARCHIVE_KEEPER'],
    on: 'ReleaseRefused',
    name: { zh: '公开未获同意', en: 'Release refused' },
    title: { zh: '公开方案未获同意：{archiveNumber}', en: 'Release refused: {archiveNumber}' },
    text: {
      zh: '“{title}”（{archiveNumber}）的公开方案未获同意，原因见案卷。',
      en: 'The release of "{title}" ({archiveNumber}) was refused. The dossier shows why.',
    },
    link: '/dossiers/{id}',
  },
  'release-overdue': {
    ...archive,
    to: ['ARCHIVE_KEEPER', 'SECRECY_OFFICER'],
    on: 'ReleaseOverdue',
    name: { zh: '公开逾期', en: 'Release overdue' },
    title: { zh: '公开期限已过：{archiveNumber}', en: 'Release overdue: {archiveNumber}' },
    text: {
      zh: '“{title}”（{archiveNumber}）应于 {latest} 前公开，请处理。',
      en: '"{title}" ({archiveNumber}) was to be public by {latest}: deal with it.',
    },
    link: '/dossiers/{id}',
  },
  'order-made': {
    ...archive,
    to: ['PROVINCE_ADMIN'],
    on: 'OrderMoved',
    name: { zh: '收到督办', en: 'Order of the ministry' },
    title: { zh: '督办：{subject}，请于 {deadline} 前回复', en: 'Order: {subject}, answer by {deadline}' },
    text: {
      zh: '部里下达或退回督办“{subject}”，请于 {deadline} 前办理并回复。',
      en: 'The ministry made or sent back the order "{subject}": act on it and answer by {deadline}.',
    },
    link: '/orders/{id}',
  },
  'order-answered': {
    ...archive,
    to: ['MINISTRY_ADMIN'],
    on: 'OrderMoved',
    name: { zh: '督办已回复', en: 'Order answered' },
    title: { zh: '督办已回复：{subject}', en: 'Order answered: {subject}' },
    text: {
      zh: '{node} 已回复督办“{subject}”，请办结或退回。',
      en: '{node} answered the order "{subject}": close it or send it back.',
    },
    link: '/orders/{id}',
  },
  'order-closed': {
    ...archive,
    to: ['PROVINCE_ADMIN'],
    on: 'OrderMoved',
    name: { zh: '督办办结', en: 'Order closed' },
    title: { zh: '督办已办结：{subject}', en: 'Order closed: {subject}' },
    text: { zh: '督办“{subject}”已办结。', en: 'The order "{subject}" was closed.' },
    link: '/orders/{id}',
  },
  'public-notice-proposed': {
    ...archive,
    to: ['PROVINCE_ADMIN', 'MINISTRY_ADMIN'],
    on: 'PublicNoticeProposed',
    name: { zh: '公示待复核', en: 'Public notice to second' },
    title: { zh: '公示待复核：{kind}，{party}', en: 'Public notice to second: {kind}, {party}' },
    text: {
      zh: '{by} 提出了一份公示（{kind}，{party}），请由另一人复核。',
      en: '{by} proposed a public notice ({kind}, {party}): somebody else decides on it.',
    },
    link: '/public-notices/{id}',
  },
  'transfers-due': {
    ...archive,
    to: ['ARCHIVE_KEEPER', 'PROVINCE_ADMIN'],
    on: 'TransfersDue',
    name: { zh: '转送到期', en: 'Transfers due' },
    title: {
      zh: '转送提醒：即将到期 {soon} 件，逾期 {overdue} 件',
      en: 'Transfers: {soon} due soon, {overdue} overdue',
    },
    text: {
      zh: '{unit} 有案卷应当转送：即将到期 {soon} 件，逾期 {overdue} 件，最早的期限为 {due}。请移交，或依规定决定不转送。',
      en: 'Dossiers of {unit} are to be transferred: {soon} due soon, {overdue} overdue, the earliest by {due}. Send them, or exempt those that the rules exempt.',
    },
    link: '/transfers',
  },
  'transfer-list-sent': {
    ...archive,
    to: ['ARCHIVE_KEEPER'],
    on: 'TransferListMoved',
    name: { zh: '收到移交清单', en: 'Transfer list came in' },
    title: { zh: '移交清单 {number} 待接收', en: 'Transfer list {number} to receive' },
    text: {
      zh: '{unit} 移交 {dossiers} 件案卷，清单编号 {number}。请核对并确认接收，或写明原因退回。',
      en: '{unit} sent {dossiers} dossiers on the list {number}: check them and confirm receipt, or refuse them with the reason.',
    },
    link: '/transfers/lists/{id}',
  },
  'transfer-list-received': {
    ...archive,
    to: ['ARCHIVE_KEEPER'],
    on: 'TransferListMoved',
    name: { zh: '移交已接收', en: 'Transfer received' },
    title: {
      zh: '移交清单 {number}：已接收 {dossiers} 件',
      en: 'Transfer list {number}: {dossiers} received',
    },
    text: {
      zh: '{unit} 已接收移交清单 {number} 中的 {dossiers} 件案卷。',
      en: '{unit} received {dossiers} dossiers of the list {number}.',
    },
    link: '/transfers/lists/{id}',
  },
  'transfer-list-refused': {
    ...archive,
    to: ['ARCHIVE_KEEPER'],
    on: 'TransferListMoved',
    name: { zh: '移交被退回', en: 'Transfer refused' },
    title: { zh: '移交清单 {number}：退回 {dossiers} 件', en: 'Transfer list {number}: {dossiers} refused' },
    text: {
      zh: '{unit} 退回移交清单 {number} 中的 {dossiers} 件案卷，原因见清单。请核对后重新移交。',
      en: '{unit} refused {dossiers} dossiers of the list {number}; the list says why. Look at them and send them again.',
    },
    link: '/transfers/lists/{id}',
  },
  'agreement-due': {
    ...archive,
    to: ['CUSTODIAN_ADMIN', 'PROVINCE_ADMIN', 'MINISTRY_ADMIN'],
    on: 'AgreementDue',
    name: { zh: '委托协议到期', en: 'End of an agreement of custody' },
    title: { zh: '委托协议 {number} 于 {end} 到期', en: 'Agreement of custody {number} ends on {end}' },
    text: {
      zh: '委托协议“{title}”（{number}）于 {end} 到期，请续签，或终止并安排交还。',
      en: 'The agreement of custody "{title}" ({number}) ends on {end}: renew it, or end it and plan the hand-back.',
    },
    link: '/custody/agreements/{id}',
  },
  'holding-list-due': {
    ...archive,
    to: ['CUSTODIAN_ADMIN'],
    on: 'HoldingListDue',
    name: { zh: '保管清单催报', en: 'Holding list due' },
    title: {
      zh: '请于 {due} 前报送 {period} 年度保管清单',
      en: 'Hand in the holding list of {period} by {due}',
    },
    text: {
      zh: '{unit} {period} 年度保管清单应于 {due} 前报送，尚未报送。',
      en: 'The holding list of {period} of {unit} is to be handed in by {due} and was not yet.',
    },
    link: '/custody/holdings',
  },
  'holding-list-late': {
    ...archive,
    to: ['CUSTODIAN_ADMIN', 'PROVINCE_ADMIN', 'MINISTRY_ADMIN'],
    on: 'HoldingListDue',
    name: { zh: '保管清单逾期', en: 'Holding list late' },
    title: {
      zh: '{unit} {period} 年度保管清单逾期未报送',
      en: 'The holding list of {period} of {unit} is late',
    },
    text: {
      zh: '{unit} {period} 年度保管清单应于 {due} 前报送，已逾期。',
      en: 'The holding list of {period} of {unit} was to be handed in by {due} and was not.',
    },
    link: '/custody/holdings',
  },
  'holding-list-handed-in': {
    ...archive,
    to: ['PROVINCE_ADMIN', 'MINISTRY_ADMIN'],
    on: 'HoldingListMoved',
    name: { zh: '保管清单已报送', en: 'Holding list handed in' },
    title: { zh: '{unit} 报送了 {period} 年度保管清单', en: '{unit} handed in its holding list of {period}' },
    text: {
      zh: '{unit} {period} 年度保管清单已报送，请查看并接收，或写明理由退回。',
      en: 'The holding list of {period} of {unit} was handed in: look at it and accept it, or send it back with the reason.',
    },
    link: '/custody/holdings/{node}/{period}',
  },
  'holding-list-brought': {
    ...archive,
    to: ['CUSTODIAN_ADMIN'],
    on: 'HoldingListMoved',
    name: { zh: '保管清单已代为报送', en: 'Holding list handed in for you' },
    title: {
      zh: '{period} 年度保管清单已由主管部门代为报送',
      en: 'The holding list of {period} was handed in for you',
    },
    text: {
      zh: '{unit} {period} 年度保管清单已由主管部门依收到的材料代为导入并报送，请核对。',
      en: 'The authority imported and handed in the holding list of {period} of {unit} from what it received: please check it.',
    },
    link: '/custody/holdings/{node}/{period}',
  },
  'holding-list-accepted': {
    ...archive,
    to: ['CUSTODIAN_ADMIN'],
    on: 'HoldingListMoved',
    name: { zh: '保管清单已接收', en: 'Holding list accepted' },
    title: { zh: '{period} 年度保管清单已接收', en: 'The holding list of {period} was accepted' },
    text: {
      zh: '{unit} {period} 年度保管清单已接收。',
      en: 'The holding list of {period} of {unit} was accepted.',
    },
    link: '/custody/holdings/{node}/{period}',
  },
  'holding-list-returned': {
    ...archive,
    to: ['CUSTODIAN_ADMIN'],
    on: 'HoldingListMoved',
    name: { zh: '保管清单已退回', en: 'Holding list sent back' },
    title: { zh: '{period} 年度保管清单已退回', en: 'The holding list of {period} was sent back' },
    text: {
      zh: '{unit} {period} 年度保管清单已退回，理由见清单页。请更正后重新报送。',
      en: 'The holding list of {period} of {unit} was sent back; the reason stands on its page. Correct it and hand it in again.',
    },
    link: '/custody/holdings/{node}/{period}',
  },
  'inspection-late': {
    ...archive,
    to: ['INSPECTOR', 'PROVINCE_ADMIN', 'MINISTRY_ADMIN'],
    on: 'InspectionLate',
    name: { zh: '检查逾期', en: 'Inspection overdue' },
    title: {
      zh: '检查 {number} 已过计划日期 {plannedOn}',
      en: 'Inspection {number} was planned for {plannedOn}',
    },
    text: {
      zh: '检查“{title}”（{number}）计划于 {plannedOn} 进行，尚未完成。请尽快检查，或取消。',
      en: 'The inspection "{title}" ({number}) was planned for {plannedOn} and is not done: carry it out soon, or call it off.',
    },
    link: '/custody/inspections/{id}',
  },
  'rectification-due': {
    ...archive,
    to: ['CUSTODIAN_ADMIN'],
    on: 'RectificationDue',
    name: { zh: '整改临期', en: 'Rectification due soon' },
    title: { zh: '整改 {number} 应于 {due} 前完成', en: 'Rectification {number} is due on {due}' },
    text: {
      zh: '整改 {number} 应于 {due} 前完成，尚未提交。请整改并上传证明材料。',
      en: 'The rectification {number} is due on {due} and was not submitted: put it right and attach evidence.',
    },
    link: '/custody/rectifications/{id}',
  },
  'rectification-late': {
    ...archive,
    to: ['CUSTODIAN_ADMIN', 'INSPECTOR', 'PROVINCE_ADMIN', 'MINISTRY_ADMIN'],
    on: 'RectificationDue',
    name: { zh: '整改逾期', en: 'Rectification overdue' },
    title: { zh: '整改 {number} 已逾期', en: 'Rectification {number} is overdue' },
    text: {
      zh: '整改 {number} 应于 {due} 前完成，保管单位尚未提交。',
      en: 'The rectification {number} was due on {due}, and its custodian has not submitted it.',
    },
    link: '/custody/rectifications/{id}',
  },
  'inspection-dispatched': {
    ...archive,
    to: ['INSPECTOR'],
    on: 'InspectionMoved',
    name: { zh: '检查任务', en: 'Inspection dispatched' },
    title: { zh: '检查任务 {number}：{plannedOn}', en: 'Inspection {number}: {plannedOn}' },
    text: {
      zh: '请于 {plannedOn} 前后检查“{title}”。出发前在平板上打开检查表，无网络也可填写。',
      en: 'Carry out "{title}" about {plannedOn}. Open its checklist on the tablet before you leave: it can be filled in without network.',
    },
    link: '/custody/inspections/{id}',
  },
  'rectification-asked': {
    ...archive,
    to: ['CUSTODIAN_ADMIN'],
    on: 'RectificationMoved',
    name: { zh: '整改要求', en: 'Rectification asked for' },
    title: { zh: '请于 {due} 前整改：{number}', en: 'Rectify by {due}: {number}' },
    text: {
      zh: '检查提出整改要求或退回了您的整改 {number}，请于 {due} 前整改并上传证明材料。',
      en: 'An inspection asked for the rectification {number}, or sent yours back: put it right by {due} and attach evidence.',
    },
    link: '/custody/rectifications/{id}',
  },
  'rectification-answered': {
    ...archive,
    to: ['INSPECTOR'],
    on: 'RectificationMoved',
    name: { zh: '整改待复核', en: 'Rectification to review' },
    title: { zh: '整改待复核：{number}', en: 'Rectification to review: {number}' },
    text: {
      zh: '保管单位提交了整改 {number}，请复核。',
      en: 'The custodian submitted the rectification {number}: review it.',
    },
    link: '/custody/rectifications/{id}',
  },
  'annual-report-signed': {
    ...archive,
    to: ['PROVINCE_ADMIN', 'CUSTODIAN_ADMIN', 'MINISTRY_ADMIN'],
    on: 'AnnualReportMoved',
    name: { zh: '年报待审核', en: 'Annual report to check' },
    title: { zh: '{unit} {year} 年度年报待审核', en: 'Annual report {year} of {unit} to check' },
    text: {
      zh: '{unit}已签报 {year} 年度管理年报，请于 {last} 前审核。',
      en: '{unit} signed its annual report of {year}: check it by {last}.',
    },
    link: '/reports/{id}',
  },
  'annual-report-checked': {
    ...archive,
    to: ['MINISTRY_ADMIN'],
    on: 'AnnualReportMoved',
    name: { zh: '年报待接收', en: 'Annual report to accept' },
    title: { zh: '{unit} {year} 年度年报待接收', en: 'Annual report {year} of {unit} to accept' },
    text: {
      zh: '{unit} {year} 年度管理年报已审核，请接收或退回。',
      en: 'The annual report {year} of {unit} was approved: accept or return it.',
    },
    link: '/reports/{id}',
  },
  'annual-report-returned': {
    ...archive,
    to: reportEditors,
    on: 'AnnualReportMoved',
    name: { zh: '年报被退回', en: 'Annual report returned' },
    title: { zh: '{year} 年度年报被退回', en: 'Annual report {year} returned' },
    text: {
      zh: '{unit} {year} 年度管理年报被退回，原因见年报。请修改后重新签报。',
      en: 'The annual report {year} of {unit} was returned; the report says why. Mend it and sign it again.',
    },
    link: '/reports/{id}',
  },
  'annual-report-accepted': {
    ...archive,
    to: [...reportEditors, 'PROVINCE_ADMIN'],
    on: 'AnnualReportMoved',
    name: { zh: '年报已接收', en: 'Annual report accepted' },
    title: { zh: '{year} 年度年报已接收', en: 'Annual report {year} accepted' },
    text: {
      zh: '{unit} {year} 年度管理年报已由部级接收。',
      en: 'The annual report {year} of {unit} was nationally accepted.',
    },
    link: '/reports/{id}',
  },
  'evaluation-circulated': {
    ...archive,
    to: [...reportEditors, 'PROVINCE_ADMIN', 'MINISTRY_ADMIN'],
    on: 'EvaluationCirculated',
    name: { zh: '评估通报', en: 'Evaluation circulated' },
    title: { zh: '评估通报：{period}', en: 'Evaluation circulated: {period}' },
    text: {
      zh: '{period}地质资料管理与服务评估结果已通报，可查看本单位各项指标与依据。',
      en: 'The evaluation of {period} was circulated: see the indicators of your unit and what they rest on.',
    },
    link: '/evaluations/{id}',
  },
  'evaluation-corrected': {
    ...archive,
    to: [...reportEditors, 'PROVINCE_ADMIN', 'MINISTRY_ADMIN'],
    on: 'EvaluationCirculated',
    name: { zh: '评估更正', en: 'Evaluation corrected' },
    title: {
      zh: '评估通报更正：{period}（第 {edition} 版）',
      en: 'Evaluation corrected: {period} (edition {edition})',
    },
    text: {
      zh: '{period}评估通报已按支持的申诉更正，列有原数、更正后的数和申诉编号；名次按更正后的结果。',
      en: 'The evaluation of {period} was corrected by an appeal that was granted: it names the old values, the new ones and the appeal. Ranks follow the corrected results.',
    },
    link: '/evaluations/{id}',
  },
  'annual-report-due': {
    ...archive,
    to: reportEditors,
    on: 'AnnualReportDue',
    name: { zh: '年报催报', en: 'Annual report due' },
    title: { zh: '{year} 年度年报{how}', en: 'Annual report {year} {how}' },
    text: {
      zh: '{unit} {year} 年度管理年报应于 {last} 前签报，{how}。',
      en: 'The annual report {year} of {unit} is to be signed by {last}: it {how}.',
    },
    link: '/reports',
  },
  'annual-report-unchecked': {
    ...archive,
    to: ['PROVINCE_ADMIN', 'CUSTODIAN_ADMIN', 'MINISTRY_ADMIN'],
    on: 'AnnualReportDue',
    name: { zh: '年报逾期未审核', en: 'Annual report not checked in time' },
    title: {
      zh: '{unit} {year} 年度年报逾期未审核',
      en: 'Annual report {year} of {unit} not checked in time',
    },
    text: {
      zh: '{unit} {year} 年度管理年报应于 {last} 前审核上报，尚未审核。',
      en: 'The annual report {year} of {unit} was to be checked by {last} and is not.',
    },
    link: '/reports',
  },
  'week-of-archive': {
    ...archive,
    to: ['PROVINCE_ADMIN'],
    on: 'WeekSummed',
    name: { zh: '监管周报（本馆）', en: 'Weekly digest of an archive' },
    title: {
      zh: '监管周报：逾期 {overdue} 项（{week}）',
      en: 'Week of supervision: {overdue} overdue ({week})',
    },
    text: {
      zh: '{from} 至 {to} 应汇交到期 {due} 项，其中 {newlyOverdue} 项未汇交；{submitted}逾期未汇交共 {overdue} 项；7 天内到期 {dueIn7} 项，30 天内 {dueIn30} 项。未办结督办 {orders} 件，其中超期未回复 {ordersLate} 件。',
      en: 'From {from} to {to} {due} tasks fell due, {newlyOverdue} of them were not submitted. {submitted}Overdue in all: {overdue}. Due within 7 days: {dueIn7}, within 30 days: {dueIn30}. Orders not closed: {orders}, of them not answered in time: {ordersLate}.',
    },
    link: '/cockpit',
  },
  'week-of-all': {
    ...archive,
    to: ['MINISTRY_ADMIN'],
    on: 'WeekSummed',
    name: { zh: '监管周报（全部）', en: 'Weekly digest of all archives' },
    title: {
      zh: '全部馆藏机构监管周报：逾期 {overdue} 项（{week}）',
      en: 'Week of supervision, all archives: {overdue} overdue ({week})',
    },
    text: {
      zh: '{from} 至 {to} 应汇交到期 {due} 项，其中 {newlyOverdue} 项未汇交；{submitted}逾期未汇交共 {overdue} 项；7 天内到期 {dueIn7} 项，30 天内 {dueIn30} 项。未办结督办 {orders} 件，其中超期未回复 {ordersLate} 件。逾期最多：{most}。',
      en: 'From {from} to {to} {due} tasks fell due, {newlyOverdue} of them were not submitted. {submitted}Overdue in all: {overdue}. Due within 7 days: {dueIn7}, within 30 days: {dueIn30}. Orders not closed: {orders}, of them not answered in time: {ordersLate}. Most overdue: {most}.',
    },
    link: '/cockpit',
  },
  'job-ended': {
    ...archive,
    to: jobOwners,
    on: 'JobEnded',
    name: { zh: '后台作业结束', en: 'Job ended' },
    title: { zh: '{job}{how}：{subject}', en: '{job} {how}: {subject}' },
    text: {
      zh: '您的后台作业“{subject}”（{job}）{how}。{why}',
      en: 'Your job "{subject}" ({job}) {how}.{why}',
    },
    link: '/jobs/{id}',
  },
} as const satisfies Record<string, Rule>;

export type NoticeKind = keyof typeof noticeRules;
const isNoticeKind = (name: string): name is NoticeKind => Object.hasOwn(noticeRules, name);
export const noticeKinds: readonly NoticeKind[] = Object.keys(noticeRules).filter(isNoticeKind);

/** The rule of a kind, as one type whatever the kind. */
export const noticeRule = (kind: NoticeKind): Rule => noticeRules[kind];

/** Whether somebody with these roles gets notices of this kind. */
export const isFor = (kind: NoticeKind, roles: readonly RoleCode[]): boolean =>
  noticeRule(kind).to.some((role) => roles.includes(role));
