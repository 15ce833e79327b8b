import { readFileSync } from 'node:fs';
import { launch } from './test/browser/support/launch.ts';
import { openSite, signIn } from './test/browser/support/session.ts';
const e = JSON.parse(readFileSync('/tmp/demo/endpoints.json','utf8'));
const browser = await launch();
const [,, site, role, ...paths] = process.argv;
const address = e[site];
const { page, complaints } = await openSite(browser, address);
page.setDefaultTimeout(60000);
if (role !== '-') await signIn(page, e.accounts.find((a:any)=> a.role===role || a.username===role));
for (const p of paths) {
  const [path, click] = p.split('>');
  await page.goto(new URL(path!, address).href);
  await page.waitForTimeout(1500);
  await page.waitForLoadState('networkidle').catch(()=>{});
  if (click) { await page.getByRole('main').getByRole('row').nth(1).getByRole('link').first().click().catch((x:any)=>console.log('noclick',path,String(x).slice(0,100))); await page.waitForTimeout(2500); }
  const name = `/tmp/pics/${site}-${role}-${path!.replaceAll('/','_').replaceAll('?','_')}${click?'-one':''}.png`;
  await page.screenshot({ path: name, fullPage: true });
  console.log(name, page.url());
}
console.log(complaints);
await browser.close();
