/// A reference list made up for tests: the columns of the one an association installs, few rows.
package let sampleList = """
  type_collectivite,code,siren,nom,code_departement,code_region,population_municipale,siren_epci
  commune,90901,299990010,Commune fictive 01,90,27,350,299990028
  commune,90902,200000016,Saint-Étienne-d'Essai,90,27,171000,299990028
  commune,90903,200000024,Saint-Étienne-lès-Essais,90,27,3900,299990028
  commune,90904,200000032,Sainte-Colombe-l'Essai,90,27,300,
  commune,91905,200000040,Sainte-Colombe-l'Essai,91,11,40,
  commune,92906,200000057,Sainte-Colombe-l'Essai,92,11,40,
  commune,90907,200000065,L'Essai-Clémenciat,90,27,860,299990028
  commune,90908,200000073,Œuf-d'Essai,90,27,240,299990028
  commune,90909,200000081,Villessai,90,27,12500,299990028
  metropole,,299990028,Métropole fictive 02,90,27,250000,
  departement,90,200000107,Département d'essai,90,27,140000,
  region,27,200000115,Région d'essai,,27,2800000,
  """ + "\n"
