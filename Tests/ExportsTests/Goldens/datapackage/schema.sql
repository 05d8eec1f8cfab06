CREATE TABLE "interviews" (
  "_id" text,  -- Identifiant de l’entretien
  "_questionnaire" text,  -- Questionnaire
  "_version" text,  -- Version du questionnaire
  "_kind" text,  -- Origine : interview, simulated, training, imported
  "_mode" text,  -- Mode : face_to_face, telephone, video, self
  "_status" text,  -- finished (terminé), stopped (arrêté par la personne) ou in_progress (en cours)
  "_revision" bigint,  -- Révision, à partir de 1
  "_language" text,  -- Langue de l’entretien
  "_interviewer" text,  -- Code de la personne qui a mené l’entretien
  "_started" timestamp with time zone,  -- Début
  "_finished" timestamp with time zone,  -- Fin
  "accord" text,  -- D’accord ?
  "accord_status" text,  -- D’accord ? – réponse ou absence
  "ville" text,  -- Ville
  "ville_status" text,  -- Ville – réponse ou absence
  "habitants" bigint,  -- Habitants
  "habitants_status" text,  -- Habitants – réponse ou absence
  "elus" bigint,  -- Élus
  "elus_status" text,  -- Élus – réponse ou absence
  "surface" double precision,  -- Surface
  "surface_status" text,  -- Surface – réponse ou absence
  "dense" boolean,  -- dense
  "cotiere" text,  -- Côtière ?
  "cotiere_status" text,  -- Côtière ? – réponse ou absence
  "port" text,  -- Port de …
  "port_status" text,  -- Port de … – réponse ou absence
  "themes" text,  -- Thèmes
  "themes_status" text,  -- Thèmes – réponse ou absence
  "theme_libre" text,  -- Thèmes – précision
  "ordre" text,  -- Ordre
  "ordre_status" text,  -- Ordre – réponse ou absence
  "avis_eau" text,  -- Avis – L’eau
  "avis_eau_status" text,  -- Avis – L’eau – réponse ou absence
  "avis_ecole" text,  -- Avis – L’école
  "avis_ecole_status" text,  -- Avis – L’école – réponse ou absence
  "visite" date,  -- Visite
  "visite_status" text,  -- Visite – réponse ou absence
  "debut" text,  -- Début
  "debut_status" text,  -- Début – réponse ou absence
  "heure" time,  -- Heure
  "heure_status" text,  -- Heure – réponse ou absence
  "fin" time,  -- Fin
  "fin_status" text,  -- Fin – réponse ou absence
  "mot" text,  -- Un mot ?
  "mot_status" text,  -- Un mot ? – réponse ou absence
  PRIMARY KEY ("_id")
);

CREATE TABLE "projet" (
  "_id" text,  -- Identifiant de l’entretien
  "_position" bigint,  -- Rang dans « Projets », à partir de 1
  "nom" text,  -- Nom
  "nom_status" text,  -- Nom – réponse ou absence
  "budget" bigint,  -- Budget
  "budget_status" text,  -- Budget – réponse ou absence
  PRIMARY KEY ("_id", "_position"),
  FOREIGN KEY ("_id") REFERENCES "interviews" ("_id")
);

CREATE TABLE "seance" (
  "_id" text,  -- Identifiant de l’entretien
  "_projet" bigint,  -- Rang dans « Projets », à partir de 1
  "_position" bigint,  -- Rang dans « Séances », à partir de 1
  "presents" bigint,  -- Présents
  "presents_status" text,  -- Présents – réponse ou absence
  PRIMARY KEY ("_id", "_projet", "_position"),
  FOREIGN KEY ("_id") REFERENCES "interviews" ("_id"),
  FOREIGN KEY ("_id", "_projet") REFERENCES "projet" ("_id", "_position")
);

CREATE TABLE "warnings" (
  "_id" text,
  "check" text,
  "path" text,
  "explanation" text,
  FOREIGN KEY ("_id") REFERENCES "interviews" ("_id")
);

CREATE TABLE "remarks" (
  "_id" text,
  "path" text,
  "remark" text,
  FOREIGN KEY ("_id") REFERENCES "interviews" ("_id")
);
