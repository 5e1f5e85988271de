const router = require("express").Router();
const guard = require("./guard");

router.get("/", guard, (req, res) => res.json([req.member.sub]));
router.post("/", guard, (req, res) => res.status(201).json({ id: 1 }));

module.exports = router;
