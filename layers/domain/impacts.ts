import type { Bilingual } from './text.ts';

/** What people notice when a function fails: the text of its alarms, and of its dead letters. */
export const impacts = {
  intakeApi: {
    zh: '汇交网站无法使用：不能新建、上传或提交汇交。',
    en: 'The submission site does not work: nobody can start, upload or hand in a deposit.',
  },
  identityApi: {
    zh: '汇交单位无法查看或管理本单位人员与委托。',
    en: 'Organisations cannot see or manage their people and mandates.',
  },
  dispatch: {
    zh: '已上传的文件迟迟不进入检查，汇交人一直看到“等待检查”。',
    en: 'Uploaded files do not start being inspected; submitters keep seeing "waiting".',
  },
  inspect: {
    zh: '文件检查停滞：汇交人看不到检查结果，无法提交。',
    en: 'Files are not inspected: submitters see no findings and cannot hand in.',
  },
  fixity: {
    zh: '声明了校验值的文件未核对，相关汇交无法提交。',
    en: 'Declared checksums are not verified; the deposits concerned cannot be handed in.',
  },
  check: {
    zh: '整包检查没有结果，汇交停在“检查中”。',
    en: 'The package check gives no result; deposits stay at "checking".',
  },
  seal: {
    zh: '已提交的汇交拿不到回执；逾期会被处罚，需尽快处理。',
    en: 'Deposits handed in get no receipt. Lateness is fined, so this is urgent.',
  },
  project: {
    zh: '汇交人看不到新任务、退回意见和汇交凭证。',
    en: 'Submitters do not see new tasks, returns and certificates.',
  },
  custody: {
    zh: '委托保管页面无法使用：协议、保管清单、检查与整改不能查看和办理；平板上的检查先保存在本机。',
    en: 'Pages of custody do not work: agreements, holding lists, inspections and rectifications cannot be seen or dealt with; inspections on a tablet stay there meanwhile.',
  },
  reporting: {
    zh: '年报与评估页面无法使用：不能填报、签报、审核；已有数据不受影响。',
    en: 'Pages of annual reports and evaluation do not work: nothing can be filled in, signed or checked; the data are safe.',
  },
  subsurface: {
    zh: '钻孔与油气井页面无法使用：不能检索、导入、查看柱状图或审批公开。',
    en: 'Pages of holes and wells do not work: nothing can be found, imported, drawn or released.',
  },
  holeIndex: {
    zh: '新导入或变更的钻孔不出现在清单、统计和地图上；数据本身不受影响。',
    en: 'New and changed holes do not show in lists, figures and on the map; the data are safe.',
  },
  archiveApi: {
    zh: '馆藏管理网站无法使用：不能验收、发证、审批公开。',
    en: 'The archive site does not work: nothing can be checked, certified or released.',
  },
  intakeDocuments: {
    zh: '汇交人不能查看和打印回执、凭证和通知单。',
    en: 'Submitters can neither see nor print receipts, certificates and notices.',
  },
  archiveDocuments: {
    zh: '馆藏机构不能打印凭证和通知单，也不能声明作废。',
    en: 'Archives can neither print certificates and notices nor declare them void.',
  },
  intakeNotices: {
    zh: '汇交单位打不开收件箱，看不到通知；通知照常存入，不会丢失。',
    en: 'Organisations cannot open their inbox. Notices are still put into it and are not lost.',
  },
  intakeNotify: {
    zh: '汇交单位收不到新通知（退回、凭证、期限变更）；补正期限照常计算，需尽快处理。',
    en: 'Organisations get no new notices (returns, certificates, due dates). Terms run on, so this is urgent.',
  },
  webhook: {
    zh: '通知没有推送到汇交单位自己的系统；收件箱和邮件照常收到。',
    en: "Notices do not reach organisations' own systems; inboxes and mail have them.",
  },
  intakeDigest: {
    zh: '选择每日汇总的汇交单位人员没有收到汇总邮件；收件箱照常收到，具有法律效力的通知照常即时发送。',
    en: 'People of organisations who chose one mail a day get none; the inboxes have it, and what has legal effect is mailed at once.',
  },
  archiveDigest: {
    zh: '选择每日汇总的工作人员没有收到汇总邮件；收件箱照常收到。',
    en: 'Staff who chose one mail a day get none; the inboxes have it.',
  },
  intakeDeliver: {
    zh: '通知没有发出邮件；收件箱照常收到。汇交单位可能错过补正期限，需尽快处理。',
    en: 'Notices are not mailed; the inboxes have them. Organisations may miss a term, so this is urgent.',
  },
  archiveDeliver: {
    zh: '给工作人员的通知没有发出邮件；收件箱照常收到。',
    en: 'Notices to staff are not mailed; the inboxes have them.',
  },
  archiveNotices: {
    zh: '工作人员打不开收件箱；业务清单不受影响。',
    en: 'Staff cannot open their inbox; the lists of their work are not affected.',
  },
  archiveNotify: {
    zh: '工作人员收不到新通知（新汇交、入馆受阻、待复核）；业务清单不受影响。',
    en: 'Staff get no new notices (deposits, stalls, decisions to make); the lists of their work are not affected.',
  },
  intakeService: {
    zh: '不能提交利用申请，申请人看不到进展，汇交人不能答复是否同意。',
    en: 'Nobody can ask for data to use or see how their request stands; submitters cannot answer whether they consent.',
  },
  archiveService: {
    zh: '馆藏机构不能办理利用申请、许可、延期和收回；已有许可照常使用和到期。',
    en: 'Archives can neither decide on requests for use nor extend or withdraw grants; those that exist go on and expire.',
  },
  deliver: {
    zh: '新许可的资料不能交付；延期、收回和到期传不到门户（到期本身由门户按日期判断）。',
    en: 'Files of new grants are not delivered; extensions, withdrawals and ends do not reach the portal (which reckons the last day by itself).',
  },
  usage: {
    zh: '利用统计和许可的已用次数在馆内停止更新；次数限制由门户自行把关，不受影响。',
    en: 'Figures of use and counts of grants fall behind inside; the portal keeps the limit itself.',
  },
  delivery: {
    zh: '利用人看不到自己的许可，不能阅览和下载已许可的资料。',
    en: 'Users see none of their grants and can neither read nor download what was granted.',
  },
  intakeCases: {
    zh: '汇交人不能提出异议、纠错和咨询，也看不到案件进展。',
    en: 'Submitters can neither open cases (objections, error reports, questions) nor see how they stand.',
  },
  archiveCases: {
    zh: '馆藏机构不能受理、办理和决定案件；期限照常计算。',
    en: 'Archives can neither take, work on nor decide cases; their terms run on.',
  },
  supervision: {
    zh: '矿业权与项目登记、期限规则和代码表打不开，不能导入、推算和修改；已有任务不受影响。内部接口的 /health 和 /openapi.json 也不应答。',
    en: 'Registers, rules of due dates and code lists cannot be seen, imported, reckoned or changed; tasks that are there are not affected. The internal /health and /openapi.json do not answer either.',
  },
  effects: {
    zh: '案件决定没有反映到相关事项（如被支持的异议未标注在验收上）；应终止的准入限制仍显示为限制中；监管总览的数字落后；新验收的案卷要到次日才列入应转送。',
    en: 'Decisions on cases do not show at what they are about (a granted objection at its review); bars that should end stay in force; figures of supervision fall behind; what was just accepted is listed for transfer on the next day only.',
  },
  verification: {
    zh: '公众在门户上不能核验回执、凭证和通知单。',
    en: 'The public cannot check receipts, certificates and notices on the portal.',
  },
  reports: {
    zh: '公众不能在门户上纠错、咨询，也查不到答复。已收到的来件不受影响。',
    en: 'Visitors of the portal can neither report errors or ask, nor look up answers. What they wrote before is not affected.',
  },
  area: {
    zh: '门户的“钻前查询”打不开，也不能打印。检索和钻孔页面不受影响。',
    en: 'The portal’s report of an area (before you drill) cannot be seen or printed. Search and pages of holes are not affected.',
  },
  feeds: {
    zh: '订阅的日历不更新：汇交人在日历软件里看不到新的到期日。汇交网站不受影响。',
    en: 'Subscribed calendars are not renewed: submitters do not see new due dates there. The submission site is not affected.',
  },
  preview: {
    zh: '验收人员打不开待验收的文件，无法核对内容。',
    en: 'Checkers cannot open the files of a review, so they cannot check what is in them.',
  },
  receive: {
    zh: '已提交的汇交没有出现在馆藏机构的待验收清单里。',
    en: 'Deposits handed in do not appear in the list to check.',
  },
  accept: {
    zh: '已同意入馆的汇交停在“入馆中”。',
    en: 'Deposits that were accepted stay at "taking in".',
  },
  copy: {
    zh: '文件没有复制入馆，或副本与原件不一致；未完成前原件仍在。',
    en: 'Files are not copied into the archive, or a copy differs. The originals stay until it is done.',
  },
  release: {
    zh: '已批准公开的资料没有送到门户，或撤回没有生效。',
    en: 'Approved releases do not reach the portal, or a withdrawal has no effect.',
  },
  disclose: {
    zh: '公示没有送到门户：新公示不出现，已解除、暂停或撤回的公示仍然可见；汇交状态查询不更新。',
    en: 'Public notices do not reach the portal: new ones do not appear, lifted, suspended or withdrawn ones stay; the state of submissions is old.',
  },
  work: {
    zh: '后台作业（如导入任务）停住：进度不动，结果迟迟不出。已完成的部分不受影响。',
    en: 'Background jobs, such as imports of tasks, stand still; what they did so far stays.',
  },
  clocks: {
    zh: '到期事项（保护期满、公开期限、转送期限）没有处理或提醒。',
    en: 'What falls due (end of protection, publication dates, transfers) is neither done nor pointed out.',
  },
  tallyRepairs: {
    zh: '监管总览的预备计数与重新清点不一致，已自动更正；此前几天的数字可能有误。',
    en: 'Prepared counts of supervision differed from a recount and were mended; figures of the days before may have been wrong.',
  },
  stalledReviews: {
    zh: '有汇交入馆受阻：汇交人等不到档号和凭证，需要验收人员重试或退回。',
    en: 'Deposits are stalled while taken in: their submitters wait for number and certificate; a checker must try again or give up.',
  },
  missingBundles: {
    zh: '有交接包的编号缺失一天以上：可能有汇交没有到馆，或有公开、撤回没有到门户。',
    en: 'Numbers of bundles are missing for a day: a deposit may not have reached the archive, or a release or withdrawal the portal.',
  },
  portalApi: {
    zh: '门户网站不能检索、浏览和下载。',
    en: 'The portal cannot search, show or hand out anything.',
  },
  ingest: {
    zh: '送达的公开资料没有上架门户；撤回的资料可能仍可见。',
    en: 'Released bundles are not put on the portal; withdrawn records may still be visible.',
  },
  index: {
    zh: '检索结果不更新：新公开的资料查不到，已撤回的仍能查到。',
    en: 'Search results are not updated: new records cannot be found, withdrawn ones still can.',
  },
  relay: {
    zh: '本区的事件发不出去：后续步骤（检查、接收、发布）停在原处。',
    en: 'Events of this plane are not sent on: the steps that follow (check, accept, publish) stand still.',
  },
  operations: {
    zh: '运维人员看不到也处理不了本区的死信，审计人员看不到本区的审计记录；业务不受影响。',
    en: 'Operators cannot see or treat the dead letters of this plane, nor auditors its trail; other work goes on.',
  },
  publicGateway: {
    zh: '汇交网站和门户网站的请求大量出错或很慢。',
    en: 'Many requests of the submission and portal sites fail or are slow.',
  },
  internalGateway: {
    zh: '馆藏管理网站的请求大量出错或很慢。',
    en: 'Many requests of the archive site fail or are slow.',
  },
} as const satisfies Record<string, Bilingual>;

const byName = new Map<string, Bilingual>(Object.entries(impacts));
const camel = (name: string): string =>
  name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The sentence of a function by its name (`portal-api`, `seal`); every plane's relay has the same one. */
export const impactOf = (name: string): Bilingual | undefined =>
  byName.get(name.endsWith('-relay') ? 'relay' : camel(name));
