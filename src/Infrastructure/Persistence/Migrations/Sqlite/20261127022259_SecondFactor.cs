using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CleanIssuing.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SecondFactor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "HasSecondFactor",
                table: "UserSessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "PinCardId",
                table: "UserSessions",
                type: "TEXT",
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ProvenAt",
                table: "UserSessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AccountSettings",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    StepUp = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AdminsSeePins = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountSettings", x => x.AccountId);
                    table.CheckConstraint("CK_AccountSettings_AccountId_Length", "length(\"AccountId\") <= 255");
                    table.CheckConstraint("CK_AccountSettings_StepUp_Length", "length(\"StepUp\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "Authenticators",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", maxLength: 4096, nullable: false),
                    ProtectedKey = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastStep = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Authenticators", x => x.UserId);
                    table.CheckConstraint("CK_Authenticators_ProtectedKey_Length", "length(\"ProtectedKey\") <= 500");
                    table.CheckConstraint("CK_Authenticators_UserId_Length", "length(\"UserId\") <= 4096");
                    table.ForeignKey(
                        name: "FK_Authenticators_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RecoveryCodes",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", maxLength: 4096, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecoveryCodes", x => new { x.UserId, x.Hash });
                    table.CheckConstraint("CK_RecoveryCodes_Hash_Length", "length(\"Hash\") <= 64");
                    table.CheckConstraint("CK_RecoveryCodes_UserId_Length", "length(\"UserId\") <= 4096");
                    table.ForeignKey(
                        name: "FK_RecoveryCodes_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_UserSessions_PinCardId_Length",
                table: "UserSessions",
                sql: "length(\"PinCardId\") <= 255");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountSettings");

            migrationBuilder.DropTable(
                name: "Authenticators");

            migrationBuilder.DropTable(
                name: "RecoveryCodes");

            migrationBuilder.DropCheckConstraint(
                name: "CK_UserSessions_PinCardId_Length",
                table: "UserSessions");

            migrationBuilder.DropColumn(
                name: "HasSecondFactor",
                table: "UserSessions");

            migrationBuilder.DropColumn(
                name: "PinCardId",
                table: "UserSessions");

            migrationBuilder.DropColumn(
                name: "ProvenAt",
                table: "UserSessions");
        }
    }
}
