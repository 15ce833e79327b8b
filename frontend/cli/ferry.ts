import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { s3Client } from '@geoarchive/platform/lazy-s3.ts';
import { openBucket } from '@geoarchive/platform/objects.ts';
import { signedByOneOf } from '@geoarchive/platform/signers.ts';
import { exportBundles } from './ferry/export.ts';
import { fingerprint, importBundles } from './ferry/import.ts';
import { language } from './language.ts';

const help = {
  zh: `用法：npm run cli -- ferry export --to 文件夹 --inbox 存储桶 --key 公钥.pem [--after N]
      npm run cli -- ferry import --from 文件夹 --inbox 存储桶 --key 公钥.pem

在互不联通的网络之间摆渡 2 号门（发布）的数据包：export 在档案侧把尚未摆渡的包写到磁盘，import 在公众侧核验后放入收件桶。
两个命令都可以重复运行，中断后接着做；缺号、签名不明或文件损坏时停止。
  --inbox B     本侧收件桶（InboxBucket）
  --key F       档案侧发布密钥的公钥（PEM）
  --after N     从第 N+1 号开始导出（默认：磁盘上最大的号）
  --region R    区域（默认取自 AWS_REGION）
  --endpoint U  其他 S3 地址
凭证按 AWS SDK 的惯例取得。退出码：0 完成；1 停止；2 参数有误。
`,
  en: `Usage: npm run cli -- ferry export --to FOLDER --inbox BUCKET --key PUBLIC.pem [--after N]
       npm run cli -- ferry import --from FOLDER --inbox BUCKET --key PUBLIC.pem

Carries the bundles of door 2 (release) between networks that are not connected: export writes, on the archive's side, those
not yet carried to a disk; import proves them on the public side and puts them into its inbox bucket. Both may be run
again and go on where they stopped; they stop at a missing number, an unknown signer or a damaged file.
  --inbox B     this side's inbox bucket (InboxBucket)
  --key F       public key of the archive's release key (PEM)
  --after N     export from number N+1 on (default: the highest on the disk)
  --region R    region (default: AWS_REGION)
  --endpoint U  another S3 address
Credentials are found as the AWS SDK does. Exit code: 0 done; 1 stopped; 2 wrong arguments.
`,
};

const options = {
  to: { type: 'string' },
  from: { type: 'string' },
  inbox: { type: 'string' },
  key: { type: 'string' },
  after: { type: 'string' },
  region: { type: 'string', default: process.env['AWS_REGION'] ?? 'cn-north-1' },
  endpoint: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const parsed = (args: string[]) => {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch {
    return undefined;
  }
};

/** `ferry export|import`: see the help text for what it does and its exit codes. */
export async function ferryCommand(args: string[]): Promise<number> {
  const tongue = language(args);
  const given = parsed(args);
  if (given?.values.help === true) {
    process.stdout.write(help[tongue]);
    return 0;
  }
  const { to, from, inbox, key, after, region, endpoint } = given?.values ?? {};
  const direction = given?.positionals.join(' ');
  const disk = direction === 'export' ? to : direction === 'import' ? from : undefined;
  const number = after === undefined ? undefined : Number(after);
  if (
    disk === undefined ||
    inbox === undefined ||
    key === undefined ||
    (number !== undefined && !(number >= 0))
  ) {
    process.stderr.write(help[tongue]);
    return 2;
  }
  const where = {
    AWS_REGION: region ?? '',
    ...(endpoint === undefined ? {} : { AWS_ENDPOINT_URL: endpoint }),
  };
  const pem = await readFile(key, 'utf8');
  const common = {
    disk,
    inbox: openBucket(
      inbox,
      lazy(() => s3Client(where)),
    ),
    isSigned: signedByOneOf([pem]),
  };
  try {
    const { bundles, last } =
      direction === 'export'
        ? await exportBundles({ ...common, ...(number === undefined ? {} : { after: number }) })
        : await importBundles({ ...common, signer: fingerprint(pem) });
    process.stdout.write(
      tongue === 'zh' ? `${bundles} 个包，至第 ${last} 号\n` : `${bundles} bundles, up to number ${last}\n`,
    );
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}
