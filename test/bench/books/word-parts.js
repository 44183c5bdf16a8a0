// What words are made of. Stems end in a consonant, so that any suffix may follow.

const split = (text) => text.trim().split(/\s+/u)

export const stems = split(`
act administr adopt advert affirm alter argument assign assist attend attest attract author ballot
barter benefic border bound calcul cargo capit cast cens center chart circul civil claim classif
clear cloth collect coloni comfort command commend comment commun compact compens compet complet
confirm conform confront consent consid consist consult consum contact contest contin contract
contrast control convers convert cooper correct correspond corrupt council count cover craft credit
crimin critic cultiv custom deduct defend defin deleg deliver demand deposit depart design detect
develop differ digit direct discover discuss distribut district docket document domin draft drift
duct durab earn econom edit educ effect elect emphas employ enact encount endors enforc engag enter
equip escort estim evalu event evid examin exempt exert exist expand expect expend experiment export
express extend extern fabric factor farm fashion fast feder figur filter financ firm fish flight
float follow forest form fortif forward foster found fragment friend front function fund furnish
gather gener glimmer govern grant graph guard guid habit hamper harbor harm harvest health help
herit histor honor hospit hunt ident illumin imag impart imped implement import impress incent
inclin indic industr infer inform inhabit inherit inject inspect instal instruct insur integr
intend interest intern interpret intervent invent invest jest journal judg labor land launch law
lead learn legisl level liber licens limit list liter local lodg loyal maint manag manif manner
mark market master mater measur medic member memor merit method migrat milit minim minister mission
model moder modern monitor mount munic narrat nation natur navig neglect negoti neighbor network
neutr nomin notif number object observ obtain occup offend offic oper oppos order organ orient
origin output pact pamphlet paper parliament part patent patrol pattern peasant percept perform
permit person petit plan plant plead pledg port posit post practic preced predict present press
prevent print prison proced process product profess profit program progress prohibit project
promot propos prosper protect protest provinc provision public punish purchas quarter question
quot rank ratif reason reckon record reform regard regist regul relat relev remark render repeal
report represent request resid resist resolv respect respond restor restrict retail return reveal
review reward right river roam rural sanct satisf scatter school scient season second sect secur
segment select sent separ serv settl shelter ship signal simul situat social soft solicit special
spect speech spirit sponsor stabil staff stand statist station statut stipul strategi strength
stress struct stud submit subscrib subsid subsist substanc suffer suggest supplement support
suspect suspend symbol system tariff task temper tend tenant territor test text thank theor thorn
timber token tour town tract trad train transact transfer transform transit translat transport
travel treasur treat trend trial tribun tribut trust tutor typif unif union unit urban util valid
valu vend vent verdict vers vest victor view villag vindic virtu visit visual vocat volunteer vot
ward warrant water weather welcom west will wind wint wit witness wood word work workshop worth
yield youth zeal zon
`)

export const prefixes = split(`
re over un under out pre post inter non counter co sub super trans dis mis de anti semi multi en
fore micro macro pseudo extra ultra auto hyper
`)

/** Suffixes by the kind of word that they make. */
export const suffixes = {
  noun: split(`
    ation ational ationist ment mentality er ers ing ings ist ists ism ization ability iveness
    fulness lessness ness ship hood dom ance ancy ory arian ality ition izer icity entist itude
    mentation ature ibility
  `),
  adjective: split(`
    al able ative ational istic ful less ous ive ory ary ible ical mental ized izing ating ish
    ward some arian ent ational uous
  `),
  verb: split('ed ized ated ened ified itated'),
  adverb: split(`
    ally ably atively ationally istically fully lessly ously ively orily ibly ically mentally
    izingly wardly somely ently
  `),
}

/** Short words of every page, which keep the mean length of words that of a report. */
export const common = {
  noun: split(`
    year law state court work report people part place house end case fact rule time way word
    day side fund plan text tax city town road bank trade price law bill vote seat term duty act
    office school police ministry agency company country government parliament program
    data system number group area power order money market member minister question answer water
    service health study source record river border farm field crop mine rail port ship street
    council budget party letter list map table figure rate share cost debt loan grant
  `),
  adjective: split(`
    new old public large small long short first last late early local foreign open free full main
    other same few many strict broad narrow clear plain poor rich low high common legal formal
    annual final joint mutual rural urban central lawful recent present
  `),
  verb: split(`
    made took gave found held said wrote kept left brought led saw set met paid sent built drew
    named passed asked called moved raised opened closed changed reached covered followed served
    helped showed joined
  `),
  adverb: split(`
    soon often never again later rarely twice mostly still also seldom once already then only
  `),
}
