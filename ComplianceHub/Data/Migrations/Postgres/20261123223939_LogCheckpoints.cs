using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ComplianceHub.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LogCheckpoints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditLogCheckpointHeads",
                columns: table => new
                {
                    Chain = table.Column<string>(type: "character varying(41)", maxLength: 41, nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditLogCheckpointHeads", x => new { x.Chain, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "AuditLogCheckpoints",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Chains = table.Column<int>(type: "integer", nullable: false),
                    TreeRoot = table.Column<byte[]>(type: "bytea", nullable: false),
                    LogRoot = table.Column<byte[]>(type: "bytea", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditLogCheckpoints", x => x.Number);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditLogCheckpointHeads_Number",
                table: "AuditLogCheckpointHeads",
                column: "Number");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditLogCheckpointHeads");

            migrationBuilder.DropTable(
                name: "AuditLogCheckpoints");
        }
    }
}
