/** Where the demo chain is. Malls and streets are invented; cities and districts are not. */
export interface City {
  readonly name: string;
  /** Letters that the codes of its units begin with. */
  readonly letters: string;
  readonly province: string;
  readonly provinceCode: string;
  readonly malls: readonly Mall[];
  /** Stores that stand in no mall: district and street. */
  readonly streets: readonly string[];
}

export interface Mall {
  readonly name: string;
  readonly district: string;
  /** What the chain sells there, a store each. */
  readonly shops: readonly Shop[];
}

/** A flagship sells everything. */
export type Shop = '旗舰店' | '女装店' | '男装店' | '家居店' | '童装店' | '集合店';

export interface Area {
  readonly name: string;
  readonly code: string;
  readonly cities: readonly City[];
}

const mall = (name: string, district: string, ...shops: Shop[]): Mall => ({ name, district, shops });
const city = (
  name: string,
  letters: string,
  province: readonly [string, string],
  malls: readonly Mall[],
  ...streets: string[]
): City => ({
  name,
  letters,
  province: province[0],
  provinceCode: province[1],
  malls,
  streets,
});

const 上海市 = ['上海市', '31'] as const;
const 江苏省 = ['江苏省', '32'] as const;
const 浙江省 = ['浙江省', '33'] as const;
const 广东省 = ['广东省', '44'] as const;

export const areas: readonly Area[] = [
  {
    name: '华东大区',
    code: 'HD',
    cities: [
      city(
        '上海',
        'SH',
        上海市,
        [
          mall('星湾天地', '静安', '旗舰店', '家居店', '童装店'),
          mall('云上里', '徐汇', '女装店', '男装店'),
          mall('滨江汇', '浦东', '集合店', '家居店'),
          mall('虹桥朗悦城', '闵行', '集合店', '童装店'),
        ],
        '徐汇衡山路',
        '长宁愚园路',
        '黄浦南昌路',
        '杨浦大学路',
      ),
      city(
        '杭州',
        'HZ',
        浙江省,
        [mall('湖滨恒悦汇', '上城', '旗舰店', '家居店'), mall('西溪星汇城', '西湖', '集合店', '女装店')],
        '拱墅小河路',
        '滨江江南大道',
        '余杭良渚',
      ),
      city('宁波', 'NB', 浙江省, [mall('东门口嘉泰中心', '海曙', '集合店')], '鄞州天童南路'),
      city(
        '南京',
        'NJ',
        江苏省,
        [mall('新街口云廷', '玄武', '旗舰店', '女装店'), mall('河西朗悦城', '建邺', '集合店')],
        '鼓楼颐和路',
        '秦淮老门东',
      ),
      city(
        '苏州',
        'SZ',
        江苏省,
        [mall('金鸡湖星湾里', '工业园区', '集合店', '家居店')],
        '姑苏平江路',
        '虎丘狮山路',
        '昆山前进路',
      ),
      city('无锡', 'WX', 江苏省, [mall('太湖汇', '滨湖', '集合店')], '梁溪中山路'),
      city('合肥', 'HF', ['安徽省', '34'], [mall('天鹅湖恒悦汇', '蜀山', '集合店')], '庐阳淮河路'),
      city('青岛', 'QD', ['山东省', '37'], [mall('海岸星汇城', '市南', '集合店', '家居店')], '崂山秦岭路'),
    ],
  },
  {
    name: '华北大区',
    code: 'HB',
    cities: [
      city(
        '北京',
        'BJ',
        ['北京市', '11'],
        [
          mall('朝阳星湾天地', '朝阳', '旗舰店', '女装店', '家居店'),
          mall('西直里', '西城', '女装店', '男装店'),
          mall('中关村云上里', '海淀', '集合店', '童装店'),
        ],
        '东城五道营',
        '朝阳亮马河',
        '海淀五道口',
        '通州运河街',
      ),
      city('天津', 'TJ', ['天津市', '12'], [mall('海河汇', '和平', '集合店', '女装店')], '河西友谊路'),
      city('石家庄', 'SJZ', ['河北省', '13'], [mall('裕华朗悦城', '裕华', '集合店')]),
      city('太原', 'TY', ['山西省', '14'], [mall('汾河里', '万柏林', '集合店')]),
    ],
  },
  {
    name: '华南大区',
    code: 'HN',
    cities: [
      city(
        '广州',
        'GZ',
        广东省,
        [mall('珠江星湾天地', '天河', '旗舰店', '女装店', '家居店'), mall('北京路嘉泰中心', '越秀', '集合店')],
        '越秀东山口',
        '荔湾永庆坊',
        '番禺汉溪',
      ),
      city(
        '深圳',
        'SZX',
        广东省,
        [mall('深湾云上里', '南山', '旗舰店', '男装店'), mall('福田恒悦汇', '福田', '女装店', '家居店')],
        '南山蛇口海上街',
        '罗湖东门',
        '龙岗甘坑',
      ),
      city('厦门', 'XM', ['福建省', '35'], [mall('鹭岛汇', '思明', '集合店')], '思明沙坡尾'),
      city('福州', 'FZ', ['福建省', '35'], [mall('闽江里', '台江', '集合店')]),
      city('南宁', 'NN', ['广西壮族自治区', '45'], [mall('青秀朗悦城', '青秀', '集合店')]),
      city('海口', 'HK', ['海南省', '46'], [], '龙华骑楼老街'),
    ],
  },
  {
    name: '华中大区',
    code: 'HZQ',
    cities: [
      city(
        '武汉',
        'WH',
        ['湖北省', '42'],
        [mall('江汉星湾天地', '江汉', '旗舰店', '女装店'), mall('光谷云上里', '洪山', '集合店')],
        '江岸黎黄陂路',
        '武昌昙华林',
      ),
      city('长沙', 'CS', ['湖南省', '43'], [mall('五一恒悦汇', '芙蓉', '集合店', '女装店')], '岳麓大学城'),
      city('郑州', 'ZZ', ['河南省', '41'], [mall('郑东朗悦城', '郑东新区', '集合店')], '金水农科路'),
      city('南昌', 'NC', ['江西省', '36'], [mall('赣江汇', '红谷滩', '集合店')]),
    ],
  },
  {
    name: '西南大区',
    code: 'XN',
    cities: [
      city(
        '成都',
        'CD',
        ['四川省', '51'],
        [mall('锦江星湾天地', '锦江', '旗舰店', '女装店', '家居店'), mall('高新云上里', '高新', '集合店')],
        '武侯玉林路',
        '青羊宽巷',
        '锦江东郊',
      ),
      city('重庆', 'CQ', ['重庆市', '50'], [mall('解放碑恒悦汇', '渝中', '集合店', '女装店')], '江北北滨路', '南岸弹子石'),
      city('昆明', 'KM', ['云南省', '53'], [mall('翠湖里', '五华', '集合店')]),
      city('贵阳', 'GY', ['贵州省', '52'], [mall('南明朗悦城', '南明', '集合店')]),
    ],
  },
  {
    name: '西北大区',
    code: 'XB',
    cities: [
      city(
        '西安',
        'XA',
        ['陕西省', '61'],
        [mall('曲江星湾天地', '雁塔', '旗舰店', '女装店'), mall('小寨嘉泰中心', '雁塔', '集合店')],
        '碑林顺城巷',
      ),
      city('兰州', 'LZ', ['甘肃省', '62'], [mall('黄河里', '城关', '集合店')]),
      city('乌鲁木齐', 'WLMQ', ['新疆维吾尔自治区', '65'], [mall('天山汇', '天山', '集合店')]),
    ],
  },
  {
    name: '东北大区',
    code: 'DB',
    cities: [
      city('沈阳', 'SY', ['辽宁省', '21'], [mall('中街恒悦汇', '沈河', '集合店', '女装店')], '和平太原街'),
      city('大连', 'DL', ['辽宁省', '21'], [mall('星海汇', '沙河口', '集合店')], '中山东港'),
      city('长春', 'CC', ['吉林省', '22'], [mall('净月朗悦城', '南关', '集合店')]),
      city('哈尔滨', 'HRB', ['黑龙江省', '23'], [mall('松江里', '南岗', '集合店')], '道里中央大街'),
    ],
  },
];

/** People who run stores of the chain on their own account, each under the region of a city. */
export const partners: readonly { readonly name: string; readonly city: string; readonly streets: readonly string[] }[] = [
  { name: '合伙人陈国强', city: '宁波', streets: ['慈溪浒山', '余姚南雷路'] },
  { name: '合伙人黄秀兰', city: '广州', streets: ['佛山祖庙', '中山石岐'] },
  { name: '合伙人李志军', city: '成都', streets: ['绵阳涪城', '乐山嘉州'] },
  { name: '合伙人赵海燕', city: '青岛', streets: ['烟台芝罘', '威海环翠'] },
];

export const suppliers: readonly { readonly name: string; readonly code: string }[] = [
  { name: '嘉禾针织（桐乡）', code: 'GYS-001' },
  { name: '南岭皮具（花都）', code: 'GYS-002' },
  { name: '海棠家纺（南通）', code: 'GYS-003' },
  { name: '青岚服饰（虎门）', code: 'GYS-004' },
  { name: '拾光香氛（上海）', code: 'GYS-005' },
  { name: '小满童装（织里）', code: 'GYS-006' },
  { name: '北坡羊绒（鄂尔多斯）', code: 'GYS-007' },
  { name: '素器陶瓷（景德镇）', code: 'GYS-008' },
];
