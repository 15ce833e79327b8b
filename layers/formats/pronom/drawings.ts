/** Drawings, models, maps, surveys and instruments; the columns are explained in `table.ts`. */
export const drawings = String.raw`
fmt/21|dwg|image/vnd.dwg|AutoCAD drawing (1.0)|MC0\.0
fmt/22|dwg|image/vnd.dwg|AutoCAD drawing (1.2)|AC1\.2
fmt/23|dwg|image/vnd.dwg|AutoCAD drawing (1.3)|AC1\.3
fmt/24|dwg|image/vnd.dwg|AutoCAD drawing (1.4)|AC1\.4
fmt/25|dwg|image/vnd.dwg|AutoCAD drawing (2.0)|AC1\.5
fmt/26|dwg|image/vnd.dwg|AutoCAD drawing (2.1)|AC2\.10
fmt/27|dwg|image/vnd.dwg|AutoCAD drawing (2.2)|AC(2\.2[12]|1001)
fmt/28|dwg|image/vnd.dwg|AutoCAD drawing (2.5)|AC1002
fmt/29|dwg|image/vnd.dwg|AutoCAD drawing (2.6)|AC1003
fmt/30|dwg|image/vnd.dwg|AutoCAD drawing (R9)|AC1004
fmt/31|dwg|image/vnd.dwg|AutoCAD drawing (R10)|AC1006
fmt/32|dwg|image/vnd.dwg|AutoCAD drawing (R11/12)|AC1009
fmt/33|dwg|image/vnd.dwg|AutoCAD drawing (R13)|AC1012
fmt/34|dwg|image/vnd.dwg|AutoCAD drawing (R14)|AC1014
fmt/35|dwg|image/vnd.dwg|AutoCAD drawing (2000)|AC1015
fmt/36|dwg|image/vnd.dwg|AutoCAD drawing (2004)|AC1018
x-fmt/455|dwg|image/vnd.dwg|AutoCAD drawing (2007)|AC1021
fmt/434|dwg|image/vnd.dwg|AutoCAD drawing (2010)|AC1024
fmt/531|dwg|image/vnd.dwg|AutoCAD drawing (2013)|AC1027
fmt/80|dxf|image/vnd.dxf|AutoCAD DXF, binary (R10)|AutoCAD Binary DXF\r\n\x1A\0.{0,400}?\$ACADVER\0\x01\0?AC1006
fmt/81|dxf|image/vnd.dxf|AutoCAD DXF, binary (R11/12)|AutoCAD Binary DXF\r\n\x1A\0.{0,400}?\$ACADVER\0\x01\0?AC1009
fmt/82|dxf|image/vnd.dxf|AutoCAD DXF, binary (R13)|AutoCAD Binary DXF\r\n\x1A\0.{0,400}?\$ACADVER\0\x01\0?AC1012
fmt/83|dxf|image/vnd.dxf|AutoCAD DXF, binary (R14)|AutoCAD Binary DXF\r\n\x1A\0.{0,400}?\$ACADVER\0\x01\0?AC1014
fmt/84|dxf|image/vnd.dxf|AutoCAD DXF, binary (2000)|AutoCAD Binary DXF\r\n\x1A\0.{0,400}?\$ACADVER\0\x01\0?AC1015
fmt/85|dxf|image/vnd.dxf|AutoCAD DXF, binary (2004)|AutoCAD Binary DXF\r\n\x1A\0.{0,400}?\$ACADVER\0\x01\0?AC1018
fmt/64|dxf|image/vnd.dxf|AutoCAD DXF (1.0)|(\s*999\s[^\n]*\n)*\s*0\s+SECTION\s+2\s+HEADER\s.{0,2000}?\$ACADVER\s+1\s+MC0\.0
fmt/65|dxf|image/vnd.dxf|AutoCAD DXF (1.2)|(\s*999\s[^\n]*\n)*\s*0\s+SECTION\s+2\s+HEADER\s.{0,2000}?\$ACADVER\s+1\s+AC1\.2
fmt/66|dxf|image/vnd.dxf|AutoCAD DXF (1.3)|(\s*999\s[^\n]*\n)*\s*0\s+SECTION\s+2\s+HEADER\s.{0,2000}?\$ACADVER\s+1\s+AC1\.3
fmt/67|dxf|image/vnd.dxf|AutoCAD DXF (1.4)|(\s*999\s[^\n]*\n)*\s*0\s+SECTION\s+2\s+HEADER\s.{0,2000}?\$ACADVER\s+1\s+AC1\.4
fmt/68|dxf|image/vnd.dxf|AutoCAD DXF (2.0)|(\s*999\s[^\n]*\n)*\s*0\s+SECTION\s+2\s+HEADER\s.{0,2000}?\$ACADVER\s+1\s+AC1\.5
fmt/69|dxf|image/vnd.dxf|AutoCAD DXF (2.1)|(\s*999\s[^\n]*\n)*\s*0\s+SECTION\s+2\s+HEADER\s.{0,2000}?\$ACADVER\s+1\s+AC2\.10
fmt/70|dxf|image/vnd.dxf|AutoCAD DXF (2.2)|(\s*999\s[^\n]*\n)*\s*0\s+SECTION\s+2\s+HEADER\s.{0,2000}?\$ACADVER\s+1\s+AC(2\.2[12]|1001)
fmt/71|dxf|image/vnd.dxf|AutoCAD DXF (2.5)|(\s*999\s[^\n]*\n)*\s*0\s+SECTION\s+2\s+HEADER\s.{0,2000}?\$ACADVER\s+1\s+AC1002
fmt/72|dxf|image/vnd.dxf|AutoCAD DXF (2.6)|(\s*999\s[^\n]*\n)*\s*0\s+SECTION\s+2\s+HEADER\s.{0,2000}?\$ACADVER\s+1\s+AC1003
fmt/73|dxf|image/vnd.dxf|AutoCAD DXF (R9)|(\s*999\s[^\n]*\n)*\s*0\s+SECTION\s+2\s+HEADER\s.{0,2000}?\$ACADVER\s+1\s+AC1004
fmt/74|dxf|image/vnd.dxf|AutoCAD DXF (R10)|(\s*999\s[^\n]*\n)*\s*0\s+SECTION\s+2\s+HEADER\s.{0,2000}?\$ACADVER\s+1\s+AC1006
fmt/75|dxf|image/vnd.dxf|AutoCAD DXF (R11/12)|(\s*999\s[^\n]*\n)*\s*0\s+SECTION\s+2\s+HEADER\s.{0,2000}?\$ACADVER\s+1\s+AC1009
fmt/76|dxf|image/vnd.dxf|AutoCAD DXF (R13)|(\s*999\s[^\n]*\n)*\s*0\s+SECTION\s+2\s+HEADER\s.{0,2000}?\$ACADVER\s+1\s+AC1012
fmt/77|dxf|image/vnd.dxf|AutoCAD DXF (R14)|(\s*999\s[^\n]*\n)*\s*0\s+SECTION\s+2\s+HEADER\s.{0,2000}?\$ACADVER\s+1\s+AC1014
fmt/78|dxf|image/vnd.dxf|AutoCAD DXF (2000)|(\s*999\s[^\n]*\n)*\s*0\s+SECTION\s+2\s+HEADER\s.{0,2000}?\$ACADVER\s+1\s+AC1015
fmt/79|dxf|image/vnd.dxf|AutoCAD DXF (2004)|(\s*999\s[^\n]*\n)*\s*0\s+SECTION\s+2\s+HEADER\s.{0,2000}?\$ACADVER\s+1\s+AC1018
fmt/433|dxf|image/vnd.dxf|AutoCAD DXF (2007)|(\s*999\s[^\n]*\n)*\s*0\s+SECTION\s+2\s+HEADER\s.{0,2000}?\$ACADVER\s+1\s+AC1021
fmt/435|dxf|image/vnd.dxf|AutoCAD DXF (2010)|(\s*999\s[^\n]*\n)*\s*0\s+SECTION\s+2\s+HEADER\s.{0,2000}?\$ACADVER\s+1\s+AC1024
fmt/532|dxf|image/vnd.dxf|AutoCAD DXF (2013)|(\s*999\s[^\n]*\n)*\s*0\s+SECTION\s+2\s+HEADER\s.{0,2000}?\$ACADVER\s+1\s+AC1027
fmt/63|dxf|image/vnd.dxf|AutoCAD DXF|(\s*999\s[^\n]*\n)*\s*0\s+SECTION\s+2\s
fmt/54|dxb|image/vnd.dxb|AutoCAD DXB|AutoCAD DXB 1\.0\r\n\x1A\0
x-fmt/49|dwf|model/vnd.dwf|Design Web Format|\(DWF V0
x-fmt/37|ctb|application/x-autocad|AutoCAD plot style table (colour)|PIAFILEVERSION_2\.0,CTBVER1
x-fmt/107|stb|application/x-autocad|AutoCAD plot style table (named)|PIAFILEVERSION_2\.0,STBVER1
x-fmt/78|pc3|application/x-autocad|AutoCAD plotter configuration|PIAFILEVERSION_2\.0,PC3VER1
x-fmt/103|shx|application/x-autocad|AutoCAD compiled shape or font|AutoCAD-86 (shapes|unifont|bigfont) 1\.
x-fmt/104|slb|application/x-autocad|AutoCAD slide library|AutoCAD Slide Library
x-fmt/105|sld|application/sld|AutoCAD slide|AutoCAD Slide\r\n\x1A\0
x-fmt/158|igs iges|model/iges|IGES|.{72}S[ 0]{6}1
fmt/659|ifc|application/x-step|Industry Foundation Classes (2x2)|ISO-10303-21.{0,4096}?FILE_SCHEMA.{0,1}\(.{0,1}\('IFC2X2
fmt/699|ifc|application/x-step|Industry Foundation Classes (2x3)|ISO-10303-21.{0,4096}?FILE_SCHEMA.{0,1}\(.{0,1}\('IFC2X3
fmt/700|ifc|application/x-step|Industry Foundation Classes (4)|ISO-10303-21.{0,4096}?FILE_SCHEMA.{0,1}\(.{0,1}\('IFC4
fmt/698|stp step p21|model/step|STEP (ISO 10303-21)|ISO-10303-21;
x-fmt/19|3ds|image/x-3ds|3D Studio|MM.{4}\x02\0\n\0\0\0[\x03\x04].{3}==
x-fmt/108|stl|model/stl|STL (text)| ?solid .{0,200}?facet normal 
fmt/93|wrl|model/vrml|VRML (1.0)|#VRML V1\.0 ascii
fmt/94|wrl|model/vrml|VRML 97 (2.0)|#VRML V2\.0 utf8
fmt/702|u3d|model/u3d|Universal 3D|U3D\0
fmt/832|iv|application/x-inventor|Open Inventor (1)|#Inventor V1\.. (ascii|binary)
fmt/833|iv|application/x-inventor|Open Inventor (2)|#Inventor V2\.. (ascii|binary)
fmt/830|qs|model/x-qsplat|QSplat|QSplat11
fmt/831|ply|model/x-ply|Polygon file format (PLY)|ply\r?\n?format (ascii|binary)
fmt/861|mb|application/x-maya|Maya (binary, 32 bit)|FOR4.{4}M[Aa][Yy][Aa]
fmt/862|mb|application/x-maya|Maya (binary, 64 bit)|FOR8.{12}M[Aa][Yy][Aa]
fmt/902|blend|application/x-blender|Blender (32 bit)|BLENDER_[Vv]
fmt/903|blend|application/x-blender|Blender (64 bit)|BLENDER-[Vv]
fmt/1009|fbx|application/x-fbx|FBX (binary)|Kaydara FBX Binary
fmt/1316|glb|model/gltf-binary|glTF (binary)|glTF\x02\0\0\0
fmt/1315|gltf|model/gltf+json|glTF (text)|\s*\{.{0,9000}?"asset".{0,200}?"version"\s*:\s*"2\.
fmt/1046|drc|model/x-draco|Draco|DRACO\x01
fmt/1049|3dmf|x-world/x-3dmf|QuickDraw 3D metafile (text)|3DMetafile \(
fmt/1050|3dmf|x-world/x-3dmf|QuickDraw 3D metafile (binary)|3DMF\0\0\0\x10\0\x01
x-fmt/433|3dm|model/vnd.3dm|Rhino 3DM (1)|3D Geometry File Format\ {8}1
x-fmt/434|3dm|model/vnd.3dm|Rhino 3DM (2)|3D Geometry File Format\ {8}2
x-fmt/435|3dm|model/vnd.3dm|Rhino 3DM (3)|3D Geometry File Format\ {8}3
x-fmt/432|3dm|model/vnd.3dm|Rhino 3DM (4)|3D Geometry File Format\ {8}4
x-fmt/436|model|application/x-catia|CATIA model (4)|.{80}CATIA   
x-fmt/438|catmaterial|application/x-catia|CATIA material (5)|V5_CFV2\0\0.{0,9000}?\.CATMaterial
x-fmt/439|catpart|application/x-catia|CATIA part (5)|V5_CFV2\0\0.{0,9000}?\.CATPart
x-fmt/440|catproduct|application/x-catia|CATIA product (5)|V5_CFV2\0\0.{0,9000}?\.CATProduct
fmt/1264|skp skb|application/vnd.sketchup.skp|SketchUp (6)|\xFF\xFE\xFF\x0ES\0k\0e\0t\0c\0h\0U\0p\0 \0M\0o\0d\0e\0l\0\xFF\xFE\xFF.\{\x006
x-fmt/451|skp skb|application/vnd.sketchup.skp|SketchUp|\x0ESketchUp Model
x-fmt/451|skp skb|application/vnd.sketchup.skp|SketchUp|\xFF\xFE\xFF\x0ES\0k\0e\0t\0c\0h\0U\0p\0
fmt/450|vwx|application/vnd.vectorworks|VectorWorks (12.5)|\0\0[\x07\x08].\0{7}[\x94\x54]\0 VW12\.5
fmt/451|vwx|application/vnd.vectorworks|VectorWorks (2009)|\0\0\x08\x58\0{7}\x94\0 VW14\.0
fmt/686|vwx|application/vnd.vectorworks|VectorWorks (2010)|\0\0\x08\x58\0{7}\x94\0 VW15\.0
fmt/684|vwx|application/vnd.vectorworks|VectorWorks (2015)|\0\0\x08\xA8\0{7}\x94\0 VW20\.0
fmt/415|c4d|application/x-cinema4d|Cinema 4D (4)|FORM.{4}MC4D
fmt/540|c4d|application/x-cinema4d|Cinema 4D (5)|MC50.{4}(PRF5|DOK5|CAT5|FCV5)
fmt/1180|c4d|application/x-cinema4d|Cinema 4D (6+)|.C4DC4D6
fmt/1181|b3d|application/x-cinema4d|BodyPaint 3D|AC4DBody
fmt/1182|b3d|model/x-blitz3d|Blitz3D|BB3D.{8}(TEXS|BRUS|NODE)
fmt/976|vox|model/x-vox|MagicaVoxel|VOX \x96\0\0\0MAIN
fmt/913|cob|model/x-truespace|trueSpace object|Caligari V
fmt/1177|mat|application/x-microstation|MicroStation material library|MV_AS--0
fmt/1183|pal|application/x-microstation|MicroStation material palette|MS_PL--0
fmt/1188|mesh|model/x-ogre|Ogre mesh|\0\x10\[MeshSerializer_v1
fmt/1170|wire|application/x-alias|Alias wire (8.5)|.{12}Alias Studio.{13}8\.5
fmt/1175|wire|application/x-alias|Alias wire (9.0)|.{12}Alias Studio.{13}9\.0
x-fmt/235|shp|application/vnd.shp|ESRI Shapefile|\0\0'\n\0{20}.{4}\xE8\x03\0\0.{68}\0\0\0\x01
fmt/277|shx|application/vnd.shx|ESRI Shapefile index|\0\0'\n\0{20}.{4}\xE8\x03\0\0.{68}\0\0\0\x32
fmt/319|sbn sbx|application/x-esri-sbn|ESRI spatial index|\0\0'\n\xFF\xFF\xFE\x70
x-fmt/218|adf|application/x-esri-adf|ESRI ArcInfo binary grid|\0\0'\n\xFF\xFF(\xFC\x14|\xFB\xF8)
x-fmt/226|e00|application/x-esri-e00|ESRI ArcInfo export (E00)|EXP  [01]
fmt/320|prj|text/plain|ESRI projection (WKT)|.{0,152}?GEOGCS\[.{0,2000}?DATUM.{0,2000}?SPHEROID
x-fmt/317|apr|application/x-arcview|ArcView project (2)|/2\.[0-3]\r?\n\(Project\.1
fmt/332|apr|application/x-arcview|ArcView project (3)|/3\.[0-3]\r?\n\(ODB\.1
fmt/371|ecw|image/x-ecw|Enhanced Compression Wavelet (ECW)|e\x02\x01\x02.\x04\0\0
fmt/372|ers|text/x-er-mapper|ER Mapper header|DatasetHeader Begin
x-fmt/231|mif|application/x-mapinfo-mif|MapInfo interchange (MIF)|.{0,10}[Vv][Ee][Rr][Ss][Ii].?[Nn].{5,8}[Cc][Hh][Aa][Rr][Ss][Ee][Tt]
x-fmt/221|cbd|application/x-cbd|MapBrowser vector map|\x20w\0[\x02\x33]
x-fmt/227|gml|application/gml+xml|Geography Markup Language|.{0,3}<\?xml version=["']1\.0["'].{0,320}?xmlns:gml=["']http://www\.opengis\.net/gml
x-fmt/314|dt0 dt1 dt2 dted|application/x-dted|Digital terrain elevation data (DTED)|UHL1.{7}[WE].{7}[NS]
fmt/653|xtf|application/interlis+xml|INTERLIS transfer (2.3)|.{0,3}<\0?\?.{0,600}?T\0?R\0?A\0?N\0?S\0?F\0?E\0?R\0? .{0,120}?I\0?N\0?T\0?E\0?R\0?L\0?I\0?S\0?2\0?\.\0?3
fmt/654|ili|text/x-interlis|INTERLIS model (2.3)|.{0,4096}?INTERLIS 2\.3;
fmt/282|nc cdf|application/x-netcdf|NetCDF-3 classic|CDF\x01
fmt/283|nc cdf|application/x-netcdf|NetCDF-3 64-bit|CDF\x02
fmt/284|grb grib|application/x-grib|GRIB (1)|GRIB.{3}\x01
fmt/285|grb grib grb2|application/x-grib|GRIB (2)|GRIB.{3}\x02
fmt/286|h5 hdf5|application/x-hdf5|HDF5 (0)|\x89HDF\r\n\x1A\n[\0\x01]
fmt/287|h5 hdf5|application/x-hdf5|HDF5 (2)|\x89HDF\r\n\x1A\n\x02
fmt/1041|hdf h4|application/x-hdf|HDF4|\x0E\x03\x13\x01
fmt/368|las laz|application/vnd.las|ASPRS LAS point cloud (1.0)|LASF.{20}\x01\0
fmt/369|las laz|application/vnd.las|ASPRS LAS point cloud (1.1)|LASF.{20}\x01\x01
fmt/370|las laz|application/vnd.las|ASPRS LAS point cloud (1.2)|LASF.{20}\x01\x02
fmt/643|e57|model/e57|ASTM E57 point cloud|ASTM-E57
fmt/360|dt1|application/x-pulseekko|pulseEKKO radar data|\0\0\x80\?.{12}\0{4}
fmt/361|hd|text/x-pulseekko|pulseEKKO header|.{0,100}?NUMBER OF TRACES   = \d
fmt/363|segy sgy|application/x-segy|SEG-Y|(.{0,320}?@{22}|(C[ 0-9]|\xC3[\x40\xF0-\xF9]).{3198}).{0,2900}
fmt/389|las|text/x-las|LAS well log (1.2)|(\s*#[^\n]*\n)*\s*~V.{0,400}?VERS\s*\.\s+1\.[02]
fmt/390|las|text/x-las|LAS well log (2.0)|(\s*#[^\n]*\n)*\s*~V.{0,400}?VERS\s*\.\s+2\.
fmt/391|las|text/x-las|LAS well log (3.0)|(\s*#[^\n]*\n)*\s*~V.{0,400}?VERS\s*\.\s+3\.
fmt/1052|bknas|application/x-bknas|BKNAS seismic data|BKNAS  1\.0
fmt/1056|mdf|application/x-snap|SNAP main data|SNAP Main data file
fmt/1058|snpdf|application/x-snap|SNAP processed data|SNAP Processed data file
fmt/334|cif|chemical/x-cif|Crystallographic information file|.{0,9000}? _atom_type_scat_dispersion_real
fmt/378|cdx|chemical/x-cdx|ChemDraw exchange|VjCD0100
fmt/393|rxd|application/x-reflex|Borland Reflex|\0\x023Q\.!&@#\$!&&
fmt/511|pp|application/x-powerproject|PowerProject (7)|\0\x0000000007006 .{13}//dodl version
fmt/512|pp|application/x-powerproject|PowerProject (8)|\0\x0000000008020 .{13}//dodl version
fmt/513|pp|application/x-powerproject|PowerProject (9)|\0\x0000000009006 .{13}//dodl version
fmt/514|pp|application/x-powerproject|PowerProject (10)|\0\x0000000010008 .{13}//dodl version
fmt/515|pp|application/x-powerproject|PowerProject (11)|\0\x0000000011004 .{13}//dodl version
fmt/516|pp|application/x-powerproject|PowerProject (12)|\0\x0000000012002 .{13}//dodl version
fmt/517|pp|application/x-powerproject|PowerProject (12.5)|\0\x0000000012005 .{13}//dodl version
fmt/586|sds|application/x-sds|Life Technologies SDS|SDS2\0\x02\0\x02
fmt/587|abif ab1|application/x-abif|Applied Biosystems ABIF|ABIF\0e
fmt/504|sff|application/x-sff|Standard flowgram|\.sff\0\0\0\x01
fmt/575|pzm|application/x-prism|GraphPad Prism (2/3)|PCFFGRAF
fmt/576|pzf|application/x-prism|GraphPad Prism (4/5)|PCFFGRA4
fmt/963|spa|application/x-omnic|Omnic spectrum|Spectral Data File
fmt/906|vcf|text/x-vcf|Variant call format (2)|##fileformat=VCFv2
fmt/907|vcf|text/x-vcf|Variant call format (3)|##fileformat=VCFv3
fmt/908|vcf|text/x-vcf|Variant call format (4)|##fileformat=VCFv4
fmt/909|cram|application/x-cram|CRAM (1)|CRAM\x01
fmt/910|cram|application/x-cram|CRAM (2)|CRAM\x02
fmt/1250|sos|text/x-sosi|SOSI|\.?HODE.{0,400}?SOSI-VERSJON
fmt/858|nwd|application/x-navisworks|Navisworks document|\#LcUStream-V1
fmt/895|jdf|application/x-jeol|JEOL NMR spectrum|JEOL\.NMR
fmt/933|svf|image/vnd.svf|Simple vector format (1)|SVF v1
fmt/934|svf|image/vnd.svf|Simple vector format (2)|SVF v2
fmt/426|hm|application/x-harris-matrix|Harris matrix|\0{8}\xFF\xFF\x01\0\x10\0CHarrisMatrixDoc
`;
