import { absolute, paths, type Host } from "#domain/urls.ts";
import type { Editorial } from "#domain/editorial.ts";
import type { SiteFacts } from "../structured-data/facts.ts";
import type { SiteView } from "../views/site.ts";

/** Side of the square icon that stands for the portal, in pixels. */
const ICON = 180;

/** What metadata says of the portal; made once for each build. */
export function siteFacts(site: SiteView, editorial: Editorial, host: Host): SiteFacts {
  return {
    address: site.address,
    origin: host.origin,
    name: site.name,
    shortName: editorial.site.shortName,
    description: editorial.site.description,
    language: site.language,
    department: site.department,
    owner: site.imprint.owner,
    postalAddress: site.imprint.address,
    phone: site.imprint.phone,
    email: site.imprint.email,
    logo: { url: host.origin + site.assets.icons.appleTouch, width: ICON, height: ICON },
    search: absolute(host, paths.search),
  };
}
