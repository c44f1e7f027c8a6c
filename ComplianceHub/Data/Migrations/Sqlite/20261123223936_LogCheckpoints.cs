using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ComplianceHub.Data.Migrations.Sqlite
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
                    Chain = table.Column<string>(type: "TEXT", maxLength: 41, nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditLogCheckpointHeads", x => new { x.Chain, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "AuditLogCheckpoints",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Chains = table.Column<int>(type: "INTEGER", nullable: false),
                    TreeRoot = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LogRoot = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false)
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
