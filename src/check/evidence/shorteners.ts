/**
 * Hosts that only lead on to other addresses. From the services' own names and from the list that
 * MediaWiki sites keep against them (Meta-Wiki, "URL shorteners"). Left out are those that promise
 * to last: doi.org, hdl.handle.net, purl.org, w3id.org, perma.cc, n2t.net, and a site's own short
 * names (youtu.be, aka.ms).
 */
export const shorteners: ReadonlySet<string> = new Set([
  ...['bit.ly', 'bitly.com', 'j.mp', 'tinyurl.com', 't.co', 'goo.gl', 'g.co', 'ow.ly', 'is.gd'],
  ...['v.gd', 'buff.ly', 'tiny.cc', 'cutt.ly', 'rebrand.ly', 'shorturl.at', 'rb.gy', 't.ly'],
  ...['lnkd.in', 'fb.me', 'wp.me', 'dlvr.it', 'ift.tt', 'trib.al', 'hubs.ly', 'zpr.io', 's.id'],
  ...['amzn.to', 'nyti.ms', 'wapo.st', 'reut.rs', 'bbc.in', 'econ.st', 'bloom.bg', 'cnn.it'],
  ...['on.ft.com', 'on.wsj.com', 'politi.co', 'usat.ly', 'theatln.tc', 'git.io', 'adf.ly'],
  ...['snip.ly', 'soo.gd', 'tr.im', 'su.pr', 'cli.gs', 'ur1.ca', 'x.co', 'po.st', 'clck.ru'],
  ...['vk.cc', 'u.to', 'short.gy', 'lnk.to', 'urlz.fr', 'mcaf.ee', 'dld.bz', 'fw.to', 'qr.ae'],
  ...[
    'shorturl.asia',
    'surl.li',
    'tny.im',
    'budurl.com',
    'bl.ink',
    'tinyurl.is',
    'maps.app.goo.gl',
  ],
])
