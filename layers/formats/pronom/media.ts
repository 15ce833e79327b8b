/** Flash names its version in the fourth byte, and every one has an identifier: 1 to 7, 8 to 10, 11 to 30. */
const flash = Array.from({ length: 30 }, (_, index) => {
  const version = index + 1;
  const puid = version < 8 ? 103 + version : version < 11 ? 497 + version : 746 + version;
  const byte = String.fromCharCode(92, 120) + version.toString(16).padStart(2, '0');
  return `fmt/${puid}|swf|application/x-shockwave-flash|Flash (${version})|[FCZ]WS${byte}`;
});

/** Sound, film and animation; the columns are explained in `table.ts`. */
export const media = `${flash.join('\n')}${String.raw`
fmt/703|wav|audio/x-wav|Broadcast WAVE (0, PCM)|RIFF.{4}WAVE(.{0,600}?bext.{350}\0\0.{0,2000}?fmt .{4}\x01\0|.{0,600}?fmt .{4}\x01\0.{0,600}?bext.{350}\0\0)
fmt/704|wav|audio/x-wav|Broadcast WAVE (1, PCM)|RIFF.{4}WAVE(.{0,600}?bext.{350}\x01\0.{0,2000}?fmt .{4}\x01\0|.{0,600}?fmt .{4}\x01\0.{0,600}?bext.{350}\x01\0)
fmt/705|wav|audio/x-wav|Broadcast WAVE (2, PCM)|RIFF.{4}WAVE(.{0,600}?bext.{350}\x02\0.{0,2000}?fmt .{4}\x01\0|.{0,600}?fmt .{4}\x01\0.{0,600}?bext.{350}\x02\0)
fmt/706|wav|audio/x-wav|Broadcast WAVE (0, MPEG)|RIFF.{4}WAVE(.{0,600}?bext.{350}\0\0.{0,2000}?fmt .{4}\x50\0|.{0,600}?fmt .{4}\x50\0.{0,600}?bext.{350}\0\0)
fmt/707|wav|audio/x-wav|Broadcast WAVE (1, MPEG)|RIFF.{4}WAVE(.{0,600}?bext.{350}\x01\0.{0,2000}?fmt .{4}\x50\0|.{0,600}?fmt .{4}\x50\0.{0,600}?bext.{350}\x01\0)
fmt/708|wav|audio/x-wav|Broadcast WAVE (2, MPEG)|RIFF.{4}WAVE(.{0,600}?bext.{350}\x02\0.{0,2000}?fmt .{4}\x50\0|.{0,600}?fmt .{4}\x50\0.{0,600}?bext.{350}\x02\0)
fmt/709|wav|audio/x-wav|Broadcast WAVE (0, extensible)|RIFF.{4}WAVE(.{0,600}?bext.{350}\0\0.{0,2000}?fmt .{4}\xFE\xFF|.{0,600}?fmt .{4}\xFE\xFF.{0,600}?bext.{350}\0\0)
fmt/710|wav|audio/x-wav|Broadcast WAVE (1, extensible)|RIFF.{4}WAVE(.{0,600}?bext.{350}\x01\0.{0,2000}?fmt .{4}\xFE\xFF|.{0,600}?fmt .{4}\xFE\xFF.{0,600}?bext.{350}\x01\0)
fmt/711|wav|audio/x-wav|Broadcast WAVE (2, extensible)|RIFF.{4}WAVE(.{0,600}?bext.{350}\x02\0.{0,2000}?fmt .{4}\xFE\xFF|.{0,600}?fmt .{4}\xFE\xFF.{0,600}?bext.{350}\x02\0)
fmt/1|wav|audio/x-wav|Broadcast WAVE (0)|RIFF.{4}WAVE.{0,600}?bext.{350}\0\0
fmt/2|wav|audio/x-wav|Broadcast WAVE (1)|RIFF.{4}WAVE.{0,600}?bext.{350}\x01\0
fmt/527|wav|audio/x-wav|Broadcast WAVE (2)|RIFF.{4}WAVE.{0,600}?bext.{350}\x02\0
x-fmt/397|wav|audio/x-wav|Exif audio (2.0)|RIFF.{4}WAVE.{0,2000}?exifever.{4}0200
x-fmt/389|wav|audio/x-wav|Exif audio (2.1)|RIFF.{4}WAVE.{0,2000}?exifever.{4}0210
x-fmt/396|wav|audio/x-wav|Exif audio (2.2)|RIFF.{4}WAVE.{0,2000}?exifever.{4}0220
fmt/141|wav|audio/x-wav|WAVE (PCM)|RIFF.{4}WAVEfmt \x10\0\0\0\x01\0.{14,1000}?data
fmt/143|wav|audio/x-wav|WAVE (extensible)|RIFF.{4}WAVEfmt .{4}\xFE\xFF.{38,1000}?data
fmt/142|wav|audio/x-wav|WAVE (WAVEFORMATEX)|RIFF.{4}WAVEfmt [^\x10].{3}(?!\xFE\xFF).{16,1000}?data
fmt/6|wav|audio/x-wav|WAVE|RIFF.{4}WAVE
fmt/713|wav rf64|audio/x-wav|RF64 multichannel broadcast WAVE|RF64\xFF{4}WAVEds64.{0,600}?bext
fmt/712|wav rf64|audio/x-wav|RF64|RF64\xFF{4}WAVEds64
fmt/951|w64|audio/x-w64|Sony Wave64|riff\x2E\x91\xCF\x11\xA5\xD6\x28\xDB\x04\xC1\0\0
fmt/5|avi|video/x-msvideo|AVI|RIFF.{4}AVI 
fmt/624|pal|application/x-riff-palette|RIFF palette|RIFF.{4}PAL data
fmt/819|dat|video/x-vcd|CD-ROM/XA|RIFF.{4}CDXA
fmt/958|sty|application/x-directmusic|DirectMusic style|RIFF.{4}DMST
fmt/796|aep|application/x-after-effects|After Effects project|RIFX.{4}Egg!
fmt/974|nif|application/vnd.music-niff|Notation interchange|RIFX.{4}NIFF
fmt/486|dcr|application/x-director|Director (compressed)|(RIFX.{4}FGDM|XFIR.{4}MDGF)
x-fmt/341|dir dxr|application/x-director|Director (big-endian)|RIFX.{4}MV93
fmt/317|dir dxr|application/x-director|Director (little-endian)|XFIR.{4}39VM
fmt/1886||application/octet-stream|RIFF container|RIFF
fmt/134|mp3|audio/mpeg|MPEG audio layer 3|(ID3|\xFF[\xFB\xF3\xFA\xF2][\x10-\xEB].{46,1439}?\xFF[\xFB\xF3\xFA\xF2][\x10-\xEB].{46,1439}?\xFF[\xFB\xF3\xFA\xF2][\x10-\xEB])
fmt/198|mp2 mpa|audio/mpeg|MPEG audio layer 2|\xFF[\xFC\xFD\xF4\xF5][\x10-\xEB].{45,1726}?\xFF[\xFC\xFD\xF4\xF5][\x10-\xEB].{45,1726}?\xFF[\xFC\xFD\xF4\xF5][\x10-\xEB]
fmt/347|mp1|audio/mpeg|MPEG audio layer 1|\xFF[\xF6\xF7\xFE\xFF][\x10-\xEB].{29,769}?\xFF[\xF6\xF7\xFE\xFF][\x10-\xEB].{29,769}?\xFF[\xF6\xF7\xFE\xFF][\x10-\xEB]
fmt/414|aif aiff|audio/x-aiff|AIFF|FORM.{4}AIFF
x-fmt/136|aifc|audio/x-aiff|AIFF-C|FORM.{4}AIFC
fmt/339|iff|audio/x-8svx|8-bit sampled voice|FORM.{4}8SVX
x-fmt/157|iff|application/x-iff|Interchange file (IFF)|(FORM|LIST|CAT )\0
x-fmt/139|au snd|audio/basic|NeXT/Sun sound|\.snd\0\0\0
x-fmt/230|mid midi|audio/midi|MIDI|MThd\0\0\0\x06\0
x-fmt/278|ra|audio/vnd.rn-realaudio|RealAudio (3)|\.ra\xFD\0\x03
fmt/404|ra|audio/vnd.rn-realaudio|RealAudio (4)|\.ra\xFD\0\x04
x-fmt/190|rm rmvb|application/vnd.rn-realmedia|RealMedia|\.RMF\0\0\0
x-fmt/183|ram|audio/x-pn-realaudio|RealAudio metafile|rtsp://
fmt/945|ogv|video/ogg|Ogg Theora|OggS.{24,200}?\x80theora
fmt/203|ogg oga|audio/ogg|Ogg Vorbis|OggS.{24,60}?\x01vorbis
fmt/946|opus ogg|audio/ogg|Ogg Opus|OggS.{24,60}?OpusHead
fmt/947|ogg oga|audio/ogg|Ogg FLAC|OggS.{24,60}?(\x7FFLAC|fLaC|FLAC\0)
fmt/948|spx ogg|audio/ogg|Ogg Speex|OggS.{24,60}?Speex   
fmt/944|ogg ogx|application/ogg|Ogg|OggS
fmt/279|flac|audio/flac|FLAC|fLaC
fmt/416|caf|audio/x-caf|Core Audio|caff\0\x01
fmt/356|amr|audio/amr|AMR|#!AMR\n
fmt/954|awb|audio/amr-wb|AMR wideband|#!AMR-WB\n
fmt/952|tta|audio/tta|True Audio (1)|TTA1
fmt/953|tta|audio/tta|True Audio (2)|TTA2
fmt/973|dts|audio/vnd.dts|DTS|\x7F\xFE\x80\x01
fmt/972|mlp|audio/vnd.dolby.mlp|Dolby MLP|.{4}\xF8ro[\xBA\xBB]
fmt/735|ac3|audio/ac3|Dolby AC-3|\x0Bw
fmt/959|psf|audio/x-psf|Portable sound format|PSF[\x01\x02\x11\x12\x22]
fmt/1178|mmf|application/vnd.yamaha.smaf-audio|SMAF|MMMD.{4}CNTI
fmt/1007|dss|audio/x-dss|Digital speech standard|\x02dss
fmt/1008|ds2|audio/x-ds2|Digital speech standard (Pro)|\x03ds2
fmt/472|msv dvf|audio/x-msv|Sony voice recording|MS_VOICE
fmt/314|psid|audio/prs.sid|SID (1)|PSID\0\x01\0v
fmt/315|sid psid|audio/prs.sid|SID (2)|PSID\0[\x01\x02]\0\x7C
fmt/316|sid|audio/prs.sid|Real SID|RSID\0\x02\0\x7C
fmt/323|xm|audio/xm|Extended module|Extended Module: 
fmt/714|xmf mxmf|audio/xmf|Extensible music format|XMF_
fmt/715|it|audio/it|Impulse Tracker|IMPM
fmt/716|mod|audio/mod|MOD module|.{1080}M\.K\.
fmt/717|stm|audio/x-stm|Scream Tracker (2)|.{20}!Scream!\x1A
fmt/718|s3m|audio/x-s3m|Scream Tracker (3)|.{28}\x1A\x10\0\0.{12}SCRM
fmt/719|mtm|audio/x-mtm|MultiTracker|MTM\x10
fmt/722|okt|audio/x-okt|Oktalyzer|OKTASONG
fmt/723|far|audio/x-far|Farandole|FAR\xFE
fmt/733|flp|application/x-flp|FL Studio project|FLhd
fmt/975|jam|audio/x-jam|JamCracker|BeEp
fmt/330|pk|audio/x-pk|Peak waveform|\xF1\x06\0\0\0[\x01\x02]\0\0
fmt/1053|pek|audio/x-pek|Adobe audio waveform|\x11T\x23g
fmt/696|sib|application/x-sibelius|Sibelius|\x0FSIBELIUS
fmt/397|mus|application/x-finale|Finale (binary)|ENIGMA BINARY FILE
fmt/398|etf|application/x-finale|Finale (transportable)|ENIGMA TRANSPORTABLE FILE
x-fmt/137|asf|audio/x-ea|Electronic Arts music|SCHl.{4}PT
fmt/441|wmv|video/x-ms-wmv|Windows Media Video (WVC1)|\x30\x26\xB2\x75\x8E\x66\xCF\x11.{0,9000}?\xC0\xEF\x19\xBCM\x5B\xCF\x11\xA8\xFD\0\x80_\\D\+.{65}WVC1
fmt/133|wmv asf|video/x-ms-wmv|Windows Media Video|\x30\x26\xB2\x75\x8E\x66\xCF\x11.{0,9000}?\xC0\xEF\x19\xBCM\x5B\xCF\x11\xA8\xFD\0\x80_\\D\+.{65}WMV[123]
fmt/132|wma asf|audio/x-ms-wma|Windows Media Audio|\x30\x26\xB2\x75\x8E\x66\xCF\x11.{0,9000}?\x40\x9E\x69\xF8M\x5B\xCF\x11\xA8\xFD\0\x80_\\D\+.{38}[abc]\x01
fmt/131|asf|application/vnd.ms-asf|Advanced Systems Format|\x30\x26\xB2\x75\x8E\x66\xCF\x11\xA6\xD9\0\xAA\0\x62\xCE\x6C
fmt/596|m4a|audio/mp4|Apple Lossless (MPEG-4)|.{4}ftypM4A .{0,9000}?alac
fmt/357|3gp|video/3gpp|3GPP|.{4}ftyp3g[eghprst][4-9]
fmt/199|mp4 m4v m4a|video/mp4|MPEG-4|.{4}ftyp(?!qt  |hei|mif1|jp|mjp|crx|avi)
fmt/797|mov|video/quicktime|QuickTime with ProRes|.{4}free.{12}icpf
x-fmt/384|mov qt|video/quicktime|QuickTime|.{4}(ftypqt  |moov.{4}(mvhd|cmov)|mdat|wide.{4}mdat|free\0|pnot|skip\0)
fmt/573|webm|video/webm|WebM|\x1A\x45\xDF\xA3.{0,64}?\x42\x82.{1,8}webm
fmt/569|mkv mka mks|video/x-matroska|Matroska|\x1A\x45\xDF\xA3.{0,64}?\x42\x82.{1,8}matroska
x-fmt/382|flv|video/x-flv|Flash Video|FLV\x01
x-fmt/386|mpg mpeg|video/mpeg|MPEG-2 program stream|\0\0\x01\xBA.{8,12}?\0\0\x01\xBB.{8,9000}?\0\0\x01\xB3.{8,128}?\0\0\x01\xB5
fmt/425|vob|video/mpeg|DVD video object|\0\0\x01\xBA[\x40-\x7F].{7,11}?\0\0\x01[\xBB\xBD\xBE\xE0].{0,9000}?\0\0\x01\xBF\x03\xD4
x-fmt/385|mpg mpeg|video/mpeg|MPEG-1 program stream|\0\0\x01\xBA.{8,12}?\0\0\x01\xBB
fmt/640|m2v mpg|video/mpeg|MPEG-2 elementary stream|\0\0\x01\xB3.{8,256}?\0\0\x01\xB5.{6,256}?\0\0\x01\xB8
fmt/649|m1v mpg|video/mpeg|MPEG-1 elementary stream|\0\0\x01\xB3.{8}(.{64})?\0\0\x01\xB8
fmt/585|ts m2t|video/mp2t|MPEG-2 transport stream|G.{187}G.{187}G.{187}G.{187}G
fmt/1055|mts m2ts|video/mp2t|M2TS|.{4}G.{191}G.{191}G.{191}G
fmt/783|mxf|application/mxf|MXF (OP 1b)|{mxf}\x01\x02
fmt/784|mxf|application/mxf|MXF (OP 1c)|{mxf}\x01\x03
fmt/785|mxf|application/mxf|MXF (OP 2a)|{mxf}\x02\x01
fmt/786|mxf|application/mxf|MXF (OP 2b)|{mxf}\x02\x02
fmt/787|mxf|application/mxf|MXF (OP 2c)|{mxf}\x02\x03
fmt/788|mxf|application/mxf|MXF (OP 3a)|{mxf}\x03\x01
fmt/789|mxf|application/mxf|MXF (OP 3b)|{mxf}\x03\x02
fmt/790|mxf|application/mxf|MXF (OP 3c)|{mxf}\x03\x03
fmt/791|mxf|application/mxf|MXF (OP Atom)|{mxf}\x10
fmt/200|mxf|application/mxf|MXF|(.{0,9000}?)\x06\x0E\x2B\x34\x02\x05\x01\x01\x0D\x01\x02\x01\x01\x02
x-fmt/154|fli|video/x-fli|Autodesk FLIC (FLI)|.{4}\x11\xAF.{6}\x08
fmt/298|flc|video/x-flc|Autodesk FLIC (FLC)|.{4}\x12\xAF.{6}\x08
fmt/299|fli|video/x-fli|Autodesk FlicLib|FLIB\x02\0
x-fmt/223|cel|image/x-cel|Autodesk Animator CEL|\x19\x91
fmt/731|bik|video/x-bink|Bink (1)|BIK[bdfghi]
fmt/732|bk2|video/x-bink|Bink (2)|KB2[adfghi]
fmt/588|r3d|video/x-red|RED raw video|.{4}RED1
fmt/816|nut|video/x-nut|NUT|nut/multimedia container
fmt/1176|nsv|video/x-nsv|Nullsoft streaming video|NSV[fs]
fmt/499|viv|video/vnd.vivo|VivoActive|.{3}\r\nVersion:Vivo/[12]\.00
x-fmt/419|ifo bup|application/x-dvd|DVD data file|DVDVIDEO-V(MG|TS)
fmt/584|asx wax wvx wmx|video/x-ms-asf|Windows Media metafile|.?<(asx|ASX) (version|VERSION)
fmt/589|wpl|application/vnd.ms-wpl|Windows Media playlist|<\?wpl version="1\.0"\?>
fmt/648|mpcatalog|application/x-mediapro|Media Pro catalogue|.{4}030i
fmt/647|ivc|application/x-expression|Expression Media catalogue|.{4}025i
fmt/1054|cpi clpi|application/x-avchd|AVCHD clip information|HDMV0[12]00
fmt/1074|mpl mpls|application/x-avchd|AVCHD playlist|MPLS0[12]00
fmt/1075|bdm bdmv|application/x-avchd|AVCHD movie object|MOBJ0[12]00
fmt/1076|bdm bdmv|application/x-avchd|AVCHD index|INDX0[12]00
fmt/1077|tid|application/x-avchd|AVCHD thumbnail index|TIDX0100
fmt/734|svr|model/x-superscape|Superscape VRT|SVR\x08\0\0\0
`}`;
