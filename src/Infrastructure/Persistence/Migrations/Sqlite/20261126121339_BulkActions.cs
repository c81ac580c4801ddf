using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CleanIssuing.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BulkActions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Action",
                table: "BulkEdits",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "EditControls");

            migrationBuilder.AddColumn<Guid>(
                name: "UndoOf",
                table: "BulkEdits",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Before",
                table: "BulkEditCards",
                type: "TEXT",
                maxLength: 262144,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "BulkEditCards",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Version",
                table: "BulkEditCards",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_BulkEdits_UndoOf",
                table: "BulkEdits",
                column: "UndoOf",
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_BulkEdits_Action_Length",
                table: "BulkEdits",
                sql: "length(\"Action\") <= 32");

            migrationBuilder.AddCheckConstraint(
                name: "CK_BulkEditCards_Before_Length",
                table: "BulkEditCards",
                sql: "length(\"Before\") <= 262144");

            migrationBuilder.AddCheckConstraint(
                name: "CK_BulkEditCards_Version_Length",
                table: "BulkEditCards",
                sql: "length(\"Version\") <= 64");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_BulkEdits_UndoOf",
                table: "BulkEdits");

            migrationBuilder.DropCheckConstraint(
                name: "CK_BulkEdits_Action_Length",
                table: "BulkEdits");

            migrationBuilder.DropCheckConstraint(
                name: "CK_BulkEditCards_Before_Length",
                table: "BulkEditCards");

            migrationBuilder.DropCheckConstraint(
                name: "CK_BulkEditCards_Version_Length",
                table: "BulkEditCards");

            migrationBuilder.DropColumn(
                name: "Action",
                table: "BulkEdits");

            migrationBuilder.DropColumn(
                name: "UndoOf",
                table: "BulkEdits");

            migrationBuilder.DropColumn(
                name: "Before",
                table: "BulkEditCards");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "BulkEditCards");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "BulkEditCards");
        }
    }
}
